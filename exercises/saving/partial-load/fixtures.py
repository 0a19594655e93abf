"""A model with a backbone and a head, loaded and looked at. Nothing here knows what is right."""

import torch
from torch import nn


def build(seed, classes):
    torch.manual_seed(seed)
    backbone = nn.Sequential(nn.Linear(4, 6), nn.BatchNorm1d(6), nn.ReLU(), nn.Linear(6, 5))
    model = nn.ModuleDict({"backbone": backbone, "head": nn.Linear(5, classes)})
    backbone[0].bias.requires_grad_(False)
    return model


def copies(state):
    return {name: value.detach().clone() for name, value in state.items()}


def names(part):
    return sorted(str(name) for name in part)


def load(load_matching, state, seed, classes):
    """Load, and tell what is in the model before and after, and after state was overwritten."""
    model = build(seed, classes)
    before = copies(model.state_dict())
    objects = [(name, id(p), p.requires_grad, p.is_leaf) for name, p in model.named_parameters()]
    given = dict(state)
    parts = load_matching(model, state)
    after = copies(model.state_dict())
    same_objects = objects == [(name, id(p), p.requires_grad, p.is_leaf) for name, p in model.named_parameters()]
    state_after = copies(state)
    for value in given.values():
        value.zero_()
    return {
        "count": len(parts),
        "parts": [names(part) for part in parts],
        "before": before,
        "after": after,
        "same_objects": same_objects,
        "state_after": state_after,
        "after_overwriting": copies(model.state_dict()),
    }
