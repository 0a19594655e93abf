# caught-by: measures_row_by_row
# mistake: You seem to reduce the first axis.
# mistake[zh-CN]: 你似乎沿第一个轴做了归约。
import torch


def pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False):
    return torch.linalg.vector_norm(x1 - x2 + eps, ord=p, dim=0, keepdim=keepdim)
