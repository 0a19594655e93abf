# caught-by: follows_p
# mistake: Odd powers of negative differences cancel: take the absolute value first.
# mistake[zh-CN]: 负数的奇数次幂会相互抵消：应先取绝对值。
import torch


def pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False):
    d = x1 - x2 + eps
    if p == float("inf"):
        return d.abs().amax(dim=-1, keepdim=keepdim)
    return (
        (d**p).sum(dim=-1, keepdim=keepdim).abs() ** (1 / p)
        if float(p).is_integer()
        else torch.linalg.vector_norm(x1 - x2 + eps, ord=p, dim=-1, keepdim=keepdim)
    )
