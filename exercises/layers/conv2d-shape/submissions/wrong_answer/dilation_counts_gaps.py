# caught-by: spreads_a_dilated_kernel
# mistake: You seem to take the dilation for the number of gaps between two cells: 1 means no gap.
# mistake[zh-CN]: 你似乎把 dilation 当成相邻两格之间的空格数：dilation 为 1 表示没有空格。
"""Takes the dilation for the number of cells left out between two taps."""


def pair(value):
    return value if isinstance(value, tuple) else (value, value)


def conv2d_shape(hw, kernel_size, stride=1, padding=0, dilation=0):
    if padding == "same":
        return tuple(hw)
    if padding == "valid":
        padding = 0
    sizes = []
    for n, k, s, p, d in zip(hw, pair(kernel_size), pair(stride), pair(padding), pair(dilation)):
        room = n + 2 * p - (d + 1) * (k - 1) - 1
        if room < 0:
            raise ValueError("the kernel is larger than the padded input")
        sizes.append(room // s + 1)
    return tuple(sizes)
