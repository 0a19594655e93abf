# caught-by: takes_few_operations
# mistake: There still seems to be a loop over the points of `b`.
# mistake[zh-CN]: 似乎仍在逐个遍历 `b` 的点。
import torch


def sq_dists(a, b):
    if len(b) == 0:
        return a.new_zeros(len(a), 0)
    return torch.stack([(a - point).square().sum(dim=1) for point in b], dim=1)
