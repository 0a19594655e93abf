import math


def pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False):
    size = (x1 - x2 + eps).abs()
    if math.isinf(p):
        return size.amax(dim=-1, keepdim=keepdim)
    return size.pow(p).sum(dim=-1, keepdim=keepdim).pow(1 / p)
