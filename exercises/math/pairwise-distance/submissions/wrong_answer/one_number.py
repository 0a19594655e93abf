# caught-by: measures_row_by_row
# mistake: One number for all rows: only the last axis is reduced.
# mistake[zh-CN]: 所有行只得到一个数：只应沿最后一轴归约。
import torch


def pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False):
    return torch.linalg.vector_norm(x1 - x2 + eps, ord=p)
