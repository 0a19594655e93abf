# caught-by: follows_p
# mistake: `p` seems to be ignored.
# mistake[zh-CN]: `p` 似乎没有起作用。
import torch


def pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False):
    return torch.linalg.vector_norm(x1 - x2 + eps, dim=-1, keepdim=keepdim)
