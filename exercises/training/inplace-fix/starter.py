# quizzer: inplace-fix
"""A gated residual whose backward pass fails: repair it."""

import torch


def gate(x, w):
    """x + h * sigmoid(h) with h = tanh(x @ w)."""
    h = torch.tanh(x @ w)
    g = torch.sigmoid(h)
    h *= g
    h += x
    return h
