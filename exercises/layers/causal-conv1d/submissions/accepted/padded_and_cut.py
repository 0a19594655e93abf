"""Padding on both ends, and the end cut off."""

import torch


def causal_conv1d(x, weight, bias=None, dilation=1):
    T = x.size(-1)
    y = torch.conv1d(x, weight, bias, stride=1, padding=dilation * (weight.size(-1) - 1), dilation=dilation)
    return y[:, :, :T]
