# caught-by: takes_any_shape
# mistake: You seem to go through `x` row by row, or to need at least one element.
# mistake[zh-CN]: 你似乎逐行处理 `x`，或者要求至少有一个元素。
import torch
import torch.nn.functional as F


def sigmoid(x):
    return torch.stack([torch.exp(-F.softplus(-row)) for row in x])
