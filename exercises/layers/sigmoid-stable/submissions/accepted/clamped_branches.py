import torch


def sigmoid(x):
    e = x.clamp(max=0).exp()
    return torch.where(x > 0, 1 / (1 + (-x.clamp(min=0)).exp()), e / (1 + e))
