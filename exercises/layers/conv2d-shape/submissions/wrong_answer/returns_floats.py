# caught-by: returns_two_ints
# mistake: You seem to return something else than a tuple of two Python ints.
# mistake[zh-CN]: 你似乎返回的不是由两个 Python int 组成的元组。
"""True division and floor by hand: floats."""


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
        sizes.append((room - room % s) / s + 1)
    return tuple(sizes)
