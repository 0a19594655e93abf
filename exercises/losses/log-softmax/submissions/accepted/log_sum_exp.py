import torch


def log_softmax(x, dim):
    return x - torch.logsumexp(x, dim, keepdim=True)
