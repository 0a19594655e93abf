# caught-by: differentiates
# mistake: No gradient seems to reach `x`, or not the right one.
# mistake[zh-CN]: 梯度似乎传不到 `x`，或者不正确。
import torch
import torch.nn.functional as F


def sigmoid(x):
    return torch.exp(-F.softplus(-x.detach()))
