"""Lets Tensor.unfold cut the windows of each axis and counts them."""

import torch


def windows(size, kernel, stride, padding, dilation):
    span = dilation * (kernel - 1) + 1
    axis = torch.zeros(size + 2 * padding)
    if span > axis.numel():
        raise ValueError("the window is longer than the axis")
    return axis.unfold(0, span, stride).size(0)


def conv2d_shape(hw, kernel_size, stride=1, padding=0, dilation=1):
    if padding == "same":
        return tuple(int(n) for n in hw)
    options = [kernel_size, stride, 0 if padding == "valid" else padding, dilation]
    options = [o if isinstance(o, tuple) else (o, o) for o in options]
    return tuple(windows(n, *axis) for n, axis in zip(hw, zip(*options)))
