import torch
import torch.nn.functional as F


def sigmoid(x):
    return torch.exp(-F.softplus(-x))
