"""A stack of slices, a row of heads."""

import torch


def split_heads(x, n):
    d = x.shape[-1] // n
    assert n * d == x.shape[-1], "heads must divide the features"
    return torch.stack(x.split(d, dim=-1), dim=1)


def merge_heads(y):
    return torch.cat(y.unbind(dim=1), dim=-1)
