# caught-by: refuses_a_kernel_that_does_not_fit
# mistake: You seem to answer a kernel that does not fit with something else than a ValueError, at least in one axis.
# mistake[zh-CN]: 卷积核放不下时，你似乎没有（至少在某个方向上没有）抛出 ValueError。
"""Asks a real layer, and lets its RuntimeError through."""

import torch
from torch import nn


def conv2d_shape(hw, kernel_size, stride=1, padding=0, dilation=1):
    layer = nn.Conv2d(1, 1, kernel_size, stride=stride, padding=padding, dilation=dilation, device="meta")
    return tuple(layer(torch.empty(1, 1, *hw, device="meta")).shape[2:])
