"""Solved at once, in float64."""

import torch
from torch import nn


def fit_line(x, y):
    a = torch.cat([x, torch.ones_like(x[:, :1])], dim=1).double()
    solution = torch.linalg.lstsq(a, y.double()[:, None]).solution[:, 0].float()
    layer = nn.Linear(x.shape[1], 1)
    layer.weight.data[0] = solution[:-1]
    layer.bias.data[0] = solution[-1]
    return layer
