import torch


def last_valid(output, lengths):
    return torch.take_along_dim(output, lengths[:, None, None] - 1, dim=1)[:, 0]
