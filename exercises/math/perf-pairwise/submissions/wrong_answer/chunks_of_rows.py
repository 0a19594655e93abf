# caught-by: takes_few_operations
# mistake: The number of operations seems to grow with the number of points.
# mistake[zh-CN]: 运算次数似乎随点数增长。
import torch


def sq_dists(a, b):
    if len(a) == 0:
        return a.new_zeros(0, len(b))
    return torch.cat([((part[:, None] - b) ** 2).sum(dim=2) for part in a.split(3)])
