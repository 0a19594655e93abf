# caught-by: keeps_the_axis
# mistake: `keepdim` seems to be ignored.
# mistake[zh-CN]: `keepdim` 似乎没有起作用。
import torch


def pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False):
    return torch.linalg.vector_norm(x1 - x2 + eps, ord=p, dim=-1)
