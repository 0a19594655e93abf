"""The default dtype first, float32 afterwards, the mark last."""

import torch


def to_features(rows, requires_grad=False):
    x = torch.tensor(rows).float()
    x.requires_grad = requires_grad
    return x
