"""The product is a tensor of our own, and no backward pass needs it: adding to it is allowed."""

import torch


def gate(x, w):
    h = torch.tanh(x @ w)
    out = h * torch.sigmoid(h)
    out += x
    return out
