# caught-by: keeps_float64
# mistake: You seem to compute in float32.
# mistake[zh-CN]: 你似乎用 float32 计算。
import torch
import torch.nn.functional as F


def sigmoid(x):
    return torch.exp(-F.softplus(-x.float())).to(x.dtype)
