# caught-by: slides_a_plain_kernel
# mistake: You seem to use the kernel size as the stride when none is given; the default is 1.
# mistake[zh-CN]: 没有给出 stride 时，你似乎用了卷积核大小；默认值是 1。
"""The default stride of a pooling layer."""


def pair(value):
    return value if isinstance(value, tuple) else (value, value)


def conv2d_shape(hw, kernel_size, stride=None, padding=0, dilation=1):
    if padding == "same":
        return tuple(hw)
    if padding == "valid":
        padding = 0
    stride = kernel_size if stride is None else stride
    sizes = []
    for n, k, s, p, d in zip(hw, pair(kernel_size), pair(stride), pair(padding), pair(dilation)):
        room = n + 2 * p - d * (k - 1) - 1
        if room < 0:
            raise ValueError("the kernel is larger than the padded input")
        sizes.append(room // s + 1)
    return tuple(sizes)
