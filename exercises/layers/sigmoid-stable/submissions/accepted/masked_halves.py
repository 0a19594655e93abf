import torch


def sigmoid(x):
    result = torch.empty_like(x)
    positive = x >= 0
    result[positive] = 1 / (1 + torch.exp(-x[positive]))
    e = torch.exp(x[~positive])
    result[~positive] = e / (1 + e)
    return result
