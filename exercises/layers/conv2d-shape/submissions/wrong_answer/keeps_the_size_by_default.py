# caught-by: slides_a_plain_kernel
# mistake: You seem to pad so that the size stays the same when no padding is given; the default is 0.
# mistake[zh-CN]: 没有给出 padding 时，你似乎会补齐以保持大小不变；默认值是 0。
"""Believes that a convolution keeps the size unless told otherwise."""


def pair(value):
    return value if isinstance(value, tuple) else (value, value)


def conv2d_shape(hw, kernel_size, stride=1, padding="same", dilation=1):
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
