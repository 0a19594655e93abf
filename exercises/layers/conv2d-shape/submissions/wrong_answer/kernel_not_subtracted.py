# caught-by: slides_a_plain_kernel
# mistake: You seem not to subtract the span of the kernel.
# mistake[zh-CN]: 你似乎没有减去卷积核的跨度。
"""Size over stride, as if the kernel had no extent."""


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
        if room < 0:
            raise ValueError("the kernel is larger than the padded input")
        sizes.append((n + 2 * p) // s)
    return tuple(sizes)
