# caught-by: follows_p
# mistake: The root must fit the power: 1/p.
# mistake[zh-CN]: 开方要与幂相配：1/p。
import torch


def pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False):
    d = (x1 - x2 + eps).abs()
    if p == float("inf"):
        return d.amax(dim=-1, keepdim=keepdim)
    return (d**p).sum(dim=-1, keepdim=keepdim).sqrt()
