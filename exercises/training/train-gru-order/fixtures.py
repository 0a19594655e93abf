"""Looks at a module where it is. Nothing here knows what is right."""

import torch


def is_module(model):
    return isinstance(model, torch.nn.Module)


def scores(model, x, lengths):
    """The scores in evaluation mode, without gradients."""
    model.eval()
    with torch.no_grad():
        return model(x, lengths)
