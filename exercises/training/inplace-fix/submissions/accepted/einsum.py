"""Tanh and sigmoid from exponentials."""

import torch


def gate(x, w):
    a = torch.einsum("...i,ij->...j", x, w)
    h = 2 / (1 + torch.exp(-2 * a)) - 1
    return torch.addcmul(x, h, (1 + torch.exp(-h)).reciprocal())
