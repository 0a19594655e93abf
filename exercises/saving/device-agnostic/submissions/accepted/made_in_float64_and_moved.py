"""The table is made on the CPU, in float64, and moved to where x is."""

import torch


def table_of(steps, width):
    rows = torch.arange(steps, dtype=torch.float64).reshape(-1, 1)
    pairs = torch.arange((width + 1) // 2, dtype=torch.float64)
    angles = rows * torch.pow(10000.0, -2 * pairs / width)
    return torch.stack([angles.sin(), angles.cos()], dim=-1).flatten(1)[:, :width]


def positional(x):
    return x + table_of(x.size(1), x.size(2)).to(x)
