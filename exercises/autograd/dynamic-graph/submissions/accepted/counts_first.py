"""Finds the number on plain numbers, then multiplies once."""

import torch


def double_until(x, limit):
    size = float(x.detach().square().sum().sqrt())
    n = 0
    while size * 2**n < limit:
        n += 1
    return torch.mul(x, 2**n), n
