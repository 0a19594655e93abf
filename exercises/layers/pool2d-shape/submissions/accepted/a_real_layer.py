"""nn.AvgPool2d on zeros."""

import torch
from torch import nn


def pool2d_shape(hw, k, stride=None, padding=0, ceil_mode=False):
    layer = nn.AvgPool2d(k, stride=stride, padding=padding, ceil_mode=ceil_mode)
    *_, h, w = layer(torch.zeros(1, 1, *hw)).shape
    return h, w
