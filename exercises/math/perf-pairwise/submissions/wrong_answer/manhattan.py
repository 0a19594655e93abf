# caught-by: computes_squared_distances
# mistake: The absolute differences seem to be added, not the squares.
# mistake[zh-CN]: 相加的似乎是差的绝对值，而不是平方。
import torch


def sq_dists(a, b):
    return torch.cdist(a, b, p=1)
