# caught-by: follows_p
# mistake: A power of infinity is 0, 1 or infinity: the norm is the largest component.
# mistake[zh-CN]: 无穷次幂是 0、1 或无穷大：范数应是最大的分量。
import torch


def pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False):
    d = (x1 - x2 + eps).abs()
    return (d**p).sum(dim=-1, keepdim=keepdim) ** (1 / p)
