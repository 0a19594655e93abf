"""An empty tensor of the right size, filled row by row."""

import torch


def to_features(rows, requires_grad=False):
    if len(rows) == 0:
        return torch.zeros(getattr(rows, "shape", (0,)), requires_grad=requires_grad)
    x = torch.empty(len(rows), len(rows[0]))
    for i, row in enumerate(rows):
        for j, value in enumerate(row):
            x[i, j] = float(value)
    return x.requires_grad_(requires_grad)
