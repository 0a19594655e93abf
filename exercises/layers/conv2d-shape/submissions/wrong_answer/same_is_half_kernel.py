# caught-by: knows_same_and_valid
# mistake: You seem to turn 'same' into half of the kernel; it keeps the size, whatever kernel and dilation are.
# mistake[zh-CN]: 你似乎把 'same' 换算成半个卷积核；无论卷积核和 dilation 是多少，'same' 都保持大小不变。
"""Takes 'same' for padding k // 2: one too many for an even kernel."""


def pair(value):
    return value if isinstance(value, tuple) else (value, value)


def conv2d_shape(hw, kernel_size, stride=1, padding=0, dilation=1):
    if padding == "same":
        padding = tuple(k // 2 for k in pair(kernel_size))
    if padding == "valid":
        padding = 0
    sizes = []
    for n, k, s, p, d in zip(hw, pair(kernel_size), pair(stride), pair(padding), pair(dilation)):
        room = n + 2 * p - d * (k - 1) - 1
        if room < 0:
            raise ValueError("the kernel is larger than the padded input")
        sizes.append(room // s + 1)
    return tuple(sizes)
