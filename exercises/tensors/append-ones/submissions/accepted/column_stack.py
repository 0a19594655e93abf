"""A vector of ones as the last of the columns."""

import torch


def append_ones(x):
    return torch.column_stack([x, torch.ones(x.shape[0]).to(x)])
