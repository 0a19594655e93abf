# caught-by: follows_p
# mistake: For infinity the largest absolute value counts.
# mistake[zh-CN]: 无穷大时应取绝对值最大的。
import torch


def pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False):
    d = x1 - x2 + eps
    return (
        d.amax(dim=-1, keepdim=keepdim)
        if p == float("inf")
        else torch.linalg.vector_norm(x1 - x2 + eps, ord=p, dim=-1, keepdim=keepdim)
    )
