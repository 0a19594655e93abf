# caught-by: slides_a_plain_kernel
# mistake: You seem to forget the + 1 at the end.
# mistake[zh-CN]: 你似乎漏掉了最后的 + 1。
"""Subtracts the kernel and forgets that the first place counts."""


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
        sizes.append((n + 2 * p - d * (k - 1) - 2) // s + 1)
    return tuple(sizes)
