# caught-by: slides_a_plain_kernel
# mistake: You seem to use the numbers of the first axis for both axes.
# mistake[zh-CN]: 你似乎把第一个方向的数用在了两个方向上。
"""Computes one side and returns it twice."""


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
        sizes.append(room // s + 1)
    return sizes[0], sizes[0]
