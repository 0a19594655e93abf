# caught-by: steps_by_the_stride
# mistake: You seem to divide by the stride before you subtract the kernel.
# mistake[zh-CN]: 你似乎在减去卷积核之前就除以了 stride。
"""Divides the size and the kernel one by one."""


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
        sizes.append((n + 2 * p) // s - (d * (k - 1) + 1) // s + 1)
    return tuple(sizes)
