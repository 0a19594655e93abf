# caught-by: takes_few_operations
# mistake: There seems to be a loop over the D coordinates.
# mistake[zh-CN]: 似乎在遍历 D 个坐标。
import torch


def sq_dists(a, b):
    out = a.new_zeros(len(a), len(b))
    for k in range(a.shape[1]):
        out = out + (a[:, k, None] - b[None, :, k]).pow(2)
    return out
