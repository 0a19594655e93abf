# caught-by: knows_same_and_valid
# mistake: You seem to refuse a kernel larger than the image with 'same', where it always fits.
# mistake[zh-CN]: 使用 'same' 时卷积核总能放下，你似乎拒绝了比图像还大的卷积核。
"""Raises for 'same' where the kernel is larger than the image."""


def pair(value):
    return value if isinstance(value, tuple) else (value, value)


def conv2d_shape(hw, kernel_size, stride=1, padding=0, dilation=1):
    if padding == "same":
        if any(k > n for n, k in zip(hw, pair(kernel_size))):
            raise ValueError("the kernel is larger than the image")
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
