"""Draws and edits in the learner's process. Nothing here knows what is right."""

import torch


def global_draws(count):
    """The next numbers of torch's global generator on the CPU."""
    return torch.rand(count, device="cpu")


def around_an_edit(init_weight, *args):
    """The weights of a call, and those of another call after the first ones were overwritten."""
    first = init_weight(*args)
    before = first.detach().clone()
    with torch.no_grad():
        first.zero_()
    return before, init_weight(*args)
