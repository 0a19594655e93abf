# caught-by: takes_pairs_height_first
# mistake: You seem to expect that all arguments are pairs, or none is.
# mistake[zh-CN]: 你似乎要求参数要么全是成对的，要么全是单个的。
"""Takes all options as pairs or none."""


def pair(value):
    return value if isinstance(value, tuple) else (value, value)


def conv2d_shape(hw, kernel_size, stride=1, padding=0, dilation=1):
    if padding == "same":
        return tuple(hw)
    if padding == "valid":
        padding = 0
    if isinstance(kernel_size, tuple) != isinstance(stride, tuple):
        raise TypeError("give all options as pairs, or none")
    sizes = []
    for n, k, s, p, d in zip(hw, pair(kernel_size), pair(stride), pair(padding), pair(dilation)):
        room = n + 2 * p - d * (k - 1) - 1
        if room < 0:
            raise ValueError("the kernel is larger than the padded input")
        sizes.append(room // s + 1)
    return tuple(sizes)
