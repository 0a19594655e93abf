import torch


def gate(x, w):
    h = torch.tanh(x @ w)
    g = torch.sigmoid(h)
    y = h.clone()
    y *= g
    y = y.add_(x)
    return y
