"""A model with confusing names, and what a call makes of it. Nothing here knows what is right."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = nn.Linear(3, 5)
        self.body = nn.Sequential(nn.Linear(5, 5), nn.Tanh(), nn.Linear(5, 4))
        self.head = nn.Linear(4, 2)
        self.head2 = nn.Sequential(nn.Linear(4, 3), nn.BatchNorm1d(3))
        self.aside = nn.ModuleDict({"head": nn.Linear(4, 2)})
        self.scale = nn.Parameter(torch.ones(2))

    def forward(self, x):
        h = self.body(torch.tanh(self.stem(x)))
        return self.head(h).sum() * self.scale.sum() + self.head2(h)[:, 0].exp().sum() + self.aside["head"](h).sum()


def run(freeze_except, calls, off):
    """After several calls on one model: the flags by name, the names and the type of what the last one returned,
    and whether each module kept its mode."""
    model = Net()
    for name, parameter in model.named_parameters():
        parameter.requires_grad_(name not in off)
    model.body.eval()
    modes = [module.training for module in model.modules()]
    found = None
    for names in calls:
        found = freeze_except(model, list(names))
    flags = [(name, parameter.requires_grad) for name, parameter in model.named_parameters()]
    known = {id(parameter): name for name, parameter in model.named_parameters()}
    returned = [known.get(id(parameter), "?") for parameter in found] if isinstance(found, list) else None
    kept = modes == [module.training for module in model.modules()]
    return flags, returned, type(found).__name__, kept


def gradients(freeze_except, names, x):
    """A training step after the call: which parameters got a gradient that is not all zeros."""
    model = Net()
    freeze_except(model, list(names))
    model(x).backward()
    return [name for name, p in model.named_parameters() if p.grad is not None and bool(p.grad.any())]


def attempt(freeze_except, names):
    """A call that should raise: whether it does."""
    try:
        freeze_except(Net(), list(names))
    except Exception:
        return True
    return False
