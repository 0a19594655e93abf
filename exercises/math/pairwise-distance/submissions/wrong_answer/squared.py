# caught-by: measures_row_by_row
# mistake: The root is missing: this is the squared distance.
# mistake[zh-CN]: 没有开方：这是距离的平方。
import torch


def pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False):
    d = x1 - x2 + eps
    return (
        d.square().sum(dim=-1, keepdim=keepdim)
        if p == 2
        else torch.linalg.vector_norm(x1 - x2 + eps, ord=p, dim=-1, keepdim=keepdim)
    )
