# caught-by: spreads_a_dilated_kernel
# mistake: You seem to take dilation * kernel for the span of the kernel; it is dilation * (kernel - 1) + 1.
# mistake[zh-CN]: 你似乎把 dilation * kernel 当作卷积核的跨度；应为 dilation * (kernel - 1) + 1。
"""Takes dilation * kernel for the kernel's extent."""


def pair(value):
    return value if isinstance(value, tuple) else (value, value)


def conv2d_shape(hw, kernel_size, stride=1, padding=0, dilation=1):
    if padding == "same":
        return tuple(hw)
    if padding == "valid":
        padding = 0
    sizes = []
    for n, k, s, p, d in zip(hw, pair(kernel_size), pair(stride), pair(padding), pair(dilation)):
        room = n + 2 * p - d * k
        if room < 0:
            raise ValueError("the kernel is larger than the padded input")
        sizes.append(room // s + 1)
    return tuple(sizes)
