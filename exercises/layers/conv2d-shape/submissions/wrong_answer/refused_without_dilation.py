# caught-by: refuses_a_kernel_that_does_not_fit
# mistake: You seem to refuse a kernel that fits, because you compare it without padding or count its span wrongly.
# mistake[zh-CN]: 你似乎拒绝了其实放得下的卷积核：比较时没有算上 padding，或者跨度算错了。
"""Compares the kernel without its dilation."""


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
        if n + 2 * p < k:
            raise ValueError("the kernel is larger than the padded input")
        sizes.append(room // s + 1)
    return tuple(sizes)
