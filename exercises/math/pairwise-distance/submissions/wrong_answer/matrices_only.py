# caught-by: reduces_the_last_axis
# mistake: A vector has no axis 1: use `dim=-1`.
# mistake[zh-CN]: 向量没有第 1 轴：请用 `dim=-1`。
import torch


def pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False):
    axis = 1 if x1.dim() < 3 else -1
    return torch.linalg.vector_norm(x1 - x2 + eps, ord=p, dim=axis, keepdim=keepdim)
