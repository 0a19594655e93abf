# caught-by: knows_same_and_valid
# mistake: You seem to treat 'valid' as 'same'; 'valid' means no padding.
# mistake[zh-CN]: 你似乎把 'valid' 当成了 'same'；'valid' 表示不填充。
"""Treats 'valid' like 'same'."""


def pair(value):
    return value if isinstance(value, tuple) else (value, value)


def conv2d_shape(hw, kernel_size, stride=1, padding=0, dilation=1):
    if padding in ("same", "valid"):
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
