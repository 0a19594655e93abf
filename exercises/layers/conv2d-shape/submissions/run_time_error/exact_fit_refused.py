# caught-by: refuses_a_kernel_that_does_not_fit
# mistake: You seem to refuse a kernel that fits exactly, once.
# mistake[zh-CN]: 你似乎拒绝了刚好能放下一次的卷积核。
"""Refuses a kernel that just fits."""


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
        if room <= 0:
            raise ValueError("the kernel is larger than the padded input")
        sizes.append(room // s + 1)
    return tuple(sizes)
