# caught-by: refuses_a_kernel_that_does_not_fit
# mistake: You seem to cut the division toward zero, so that a kernel that does not fit looks as if it did.
# mistake[zh-CN]: 你似乎把除法结果朝零截断，于是放不下的卷积核看起来放得下。
"""int(a / b) rounds -1/2 up to 0: a kernel that is too large gives 1."""


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
        if int(room / s) + 1 < 1:
            raise ValueError("the kernel is larger than the padded input")
        sizes.append(int(room / s) + 1)
    return tuple(sizes)
