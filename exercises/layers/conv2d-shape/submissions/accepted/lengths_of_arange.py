"""torch.arange lists the starts; two calls, the axes by name."""

import torch


def conv2d_shape(hw, kernel_size, stride=1, padding=0, dilation=1):
    height, width = hw
    if isinstance(kernel_size, int):
        kernel_size = [kernel_size] * 2
    if isinstance(stride, int):
        stride = [stride] * 2
    if isinstance(dilation, int):
        dilation = [dilation] * 2
    if padding == "same":
        return height, width
    if padding == "valid":
        padding = [0, 0]
    elif isinstance(padding, int):
        padding = [padding] * 2

    def starts(size, axis):
        last = size + 2 * padding[axis] - dilation[axis] * (kernel_size[axis] - 1) - 1
        if last < 0:
            raise ValueError(f"the kernel is {-last} cells too large")
        return torch.arange(0, last + 1, step=stride[axis])

    return starts(height, 0).numel(), starts(width, 1).numel()
