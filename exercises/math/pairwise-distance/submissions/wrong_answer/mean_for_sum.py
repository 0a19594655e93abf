# caught-by: measures_row_by_row
# mistake: You seem to take the mean of the components instead of the sum.
# mistake[zh-CN]: 你似乎对分量取了平均，而不是求和。
import torch


def pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False):
    d = x1 - x2 + eps
    return (
        d.square().mean(dim=-1, keepdim=keepdim).sqrt()
        if p == 2
        else torch.linalg.vector_norm(x1 - x2 + eps, ord=p, dim=-1, keepdim=keepdim)
    )
