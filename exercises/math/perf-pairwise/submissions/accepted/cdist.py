import torch


def sq_dists(a, b):
    return torch.cdist(a, b) ** 2
