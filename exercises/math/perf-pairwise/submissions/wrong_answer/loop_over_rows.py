# caught-by: takes_few_operations
# mistake: There still seems to be a loop over the points of `a`.
# mistake[zh-CN]: 似乎仍在逐个遍历 `a` 的点。
import torch


def sq_dists(a, b):
    if len(a) == 0:
        return a.new_zeros(0, len(b))
    return torch.stack([((point - b) ** 2).sum(dim=1) for point in a])
