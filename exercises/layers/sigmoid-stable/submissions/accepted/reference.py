import torch


def sigmoid(x):
    negative = x < 0
    zero = torch.zeros_like(x)
    below = torch.where(negative, x, zero).exp()
    above = torch.where(negative, zero, -x).exp()
    return torch.where(negative, below / (1 + below), 1 / (1 + above))
