"""Moves a window over each axis and counts how often it fits."""


def count(length, span, stride):
    places, start = 0, 0
    while start + span <= length:
        places += 1
        start += stride
    return places


def conv2d_shape(hw, kernel_size, stride=1, padding=0, dilation=1):
    if padding == "same":
        return tuple(hw)
    if padding == "valid":
        padding = (0, 0)
    if not isinstance(kernel_size, tuple):
        kernel_size = (kernel_size, kernel_size)
    if not isinstance(stride, tuple):
        stride = (stride, stride)
    if not isinstance(padding, tuple):
        padding = (padding, padding)
    if not isinstance(dilation, tuple):
        dilation = (dilation, dilation)
    h = count(hw[0] + 2 * padding[0], dilation[0] * (kernel_size[0] - 1) + 1, stride[0])
    w = count(hw[1] + 2 * padding[1], dilation[1] * (kernel_size[1] - 1) + 1, stride[1])
    if 0 in (h, w):
        raise ValueError(f"no place for the kernel: {h} x {w}")
    return h, w
