# caught-by: takes_pairs_height_first
# mistake: You seem to expect single ints where pairs are allowed too.
# mistake[zh-CN]: 你似乎只接受单个整数，而这里也允许成对的数。
"""Cannot take pairs."""


def pair(value):
    return (int(value), int(value))


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
        sizes.append(room // s + 1)
    return tuple(sizes)
