"""cos(a) = sin(a + pi/2): one sine for all columns."""

import math

import torch


def positional(x):
    width = x.shape[2]
    with torch.device(x.device):
        position = torch.arange(x.shape[1]).to(torch.float64)
        column = torch.arange(width)
        rate = 10000.0 ** (-2.0 * torch.div(column, 2, rounding_mode="floor").to(torch.float64) / width)
        phase = (column % 2).to(torch.float64) * (math.pi / 2)
    return x + torch.sin(torch.outer(position, rate) + phase).to(x.dtype)
