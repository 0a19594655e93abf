"""Models of given sizes. Nothing here knows what is right."""

import torch
from torch import nn


class Own(nn.Module):
    """Parameters of its own, a 0-d one too, beside a buffer and a child."""

    def __init__(self, a, b):
        super().__init__()
        self.scale = nn.Parameter(torch.ones(()))
        self.table = nn.Parameter(torch.zeros(a, b, 2))
        self.register_buffer("steps", torch.zeros(b))
        self.child = nn.Linear(b, a, bias=False)


def model(kind, a, b, c):
    if kind == "linear":
        return nn.Linear(a, b)
    if kind == "nested":
        return nn.Sequential(nn.Linear(a, b), nn.ReLU(), nn.Sequential(nn.Linear(b, c, bias=False), nn.LayerNorm(c)))
    if kind == "own":
        return Own(a, b)
    if kind == "conv":
        return nn.Sequential(nn.Conv2d(a, b, (3, 2)), nn.BatchNorm2d(b))
    if kind == "only_norm":
        return nn.BatchNorm1d(a, affine=False)
    if kind == "shared_layer":
        layer = nn.Linear(a, a)
        return nn.Sequential(layer, nn.Tanh(), layer, nn.Linear(a, b))
    if kind == "shared_weight":
        tied = nn.ModuleDict({"embed": nn.Embedding(a, b), "head": nn.Linear(b, a)})
        tied["head"].weight = tied["embed"].weight
        return tied
    if kind == "equal_values":
        twins = nn.Sequential(nn.Linear(a, a), nn.Linear(a, a))
        twins[1].load_state_dict(twins[0].state_dict())
        return twins
    if kind == "frozen_layer":
        frozen = nn.Sequential(nn.Linear(a, b), nn.Linear(b, c))
        frozen[0].requires_grad_(False)
        return frozen
    if kind == "frozen_bias":
        frozen = nn.Sequential(nn.Linear(a, b), nn.Linear(b, c))
        frozen[1].bias.requires_grad = False
        return frozen
    if kind == "all_frozen":
        return nn.Linear(a, b).requires_grad_(False)
    return nn.Sequential(nn.ReLU(), nn.Flatten())


def flags(module):
    return [(name, p.requires_grad) for name, p in module.named_parameters()], module.training
