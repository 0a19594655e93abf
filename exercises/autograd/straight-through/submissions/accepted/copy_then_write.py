import torch


def round_ste(x):
    """A copy, whose numbers are then replaced behind autograd's back."""
    y = x.clone()
    y.data.round_()
    return y
