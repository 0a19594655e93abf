# caught-by: reduces_the_last_axis
# mistake: All axes but the first seem to be reduced.
# mistake[zh-CN]: 除第一个轴外，似乎全都归约了。
import torch


def pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False):
    d = x1 - x2 + eps
    d = d if d.dim() == 1 else d.flatten(1)
    return torch.linalg.vector_norm(d, ord=p, dim=-1, keepdim=keepdim)
