"""Looks at a module where it is. Nothing here knows what is right."""

import torch


def parameters(model):
    """How many parameters it has; -1 if it is no module."""
    return sum(p.numel() for p in model.parameters()) if isinstance(model, torch.nn.Module) else -1


def scores(model, x):
    """The scores in evaluation mode, without gradients."""
    model.eval()
    with torch.no_grad():
        return model(x)
