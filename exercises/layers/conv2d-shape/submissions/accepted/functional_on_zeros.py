"""Asks F.conv2d with zeros for an image and a kernel."""

import torch
import torch.nn.functional as F


def conv2d_shape(hw, kernel_size, stride=1, padding=0, dilation=1):
    kernel = (kernel_size, kernel_size) if isinstance(kernel_size, int) else kernel_size
    image, weight = torch.zeros(1, 1, *hw), torch.zeros(1, 1, *kernel)
    try:
        return F.conv2d(image, weight, None, stride, padding, dilation).shape[-2:]
    except RuntimeError:
        raise ValueError(f"a kernel of {kernel} is too large for {hw}") from None
