# caught-by: refuses_a_kernel_that_does_not_fit
# mistake: You seem to answer a kernel that does not fit with something else than a ValueError, at least in one axis.
# mistake[zh-CN]: 卷积核放不下时，你似乎没有（至少在某个方向上没有）抛出 ValueError。
"""Returns zero or less where the kernel does not fit."""


def pair(value):
    return value if isinstance(value, tuple) else (value, value)


def conv2d_shape(hw, kernel_size, stride=1, padding=0, dilation=1):
    if padding == "same":
        return tuple(hw)
    if padding == "valid":
        padding = 0
    sizes = []
    for n, k, s, p, d in zip(hw, pair(kernel_size), pair(stride), pair(padding), pair(dilation)):
        room = n + 2 * p - d * (k - 1) - 1
        sizes.append(room // s + 1)
    return tuple(sizes)
