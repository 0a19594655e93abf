"""Distances do not change if both sets are moved: smaller numbers lose fewer digits."""

import torch


def sq_dists(a, b):
    if len(a):
        middle = a.detach().mean(0)
        a, b = a - middle, b - middle
    products = torch.mm(a, b.mT)
    left, right = (a * a).sum(-1), torch.einsum("md,md->m", b, b)
    return torch.relu(left.unsqueeze(1) - 2 * products + right.unsqueeze(0))
