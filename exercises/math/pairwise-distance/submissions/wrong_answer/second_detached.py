# caught-by: differentiates
# mistake: No gradient reaches x2.
# mistake[zh-CN]: 梯度没有传到 x2。
import torch


def pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False):
    return torch.linalg.vector_norm(x1 - x2.detach() + eps, ord=p, dim=-1, keepdim=keepdim)
