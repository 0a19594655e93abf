# quizzer: straight-through
"""Rounding that lets the gradient pass."""

import torch


def round_ste(x):
    """``torch.round(x)`` forward, identity backward."""
    raise NotImplementedError("write round_ste")
