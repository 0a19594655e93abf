import torch


def relu(x):
    # Of two equal elements max() takes the first, and so does its gradient.
    return torch.stack((torch.zeros_like(x), x)).max(dim=0).values
