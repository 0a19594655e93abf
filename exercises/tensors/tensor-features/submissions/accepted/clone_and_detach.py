"""Whatever as_tensor gives, cloned."""

import torch


def to_features(rows, requires_grad=False):
    x = torch.as_tensor(rows).to(torch.float32).clone().detach()
    if requires_grad:
        x.requires_grad_()
    return x
