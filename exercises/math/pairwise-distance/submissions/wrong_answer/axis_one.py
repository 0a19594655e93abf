# caught-by: reduces_the_last_axis
# mistake: You seem to reduce axis 1; it must be the last.
# mistake[zh-CN]: 你似乎沿第 1 轴归约；应沿最后一轴。
import torch


def pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False):
    if x1.dim() == 1:
        return torch.linalg.vector_norm(x1 - x2 + eps, ord=p, dim=-1, keepdim=keepdim)
    return torch.linalg.vector_norm(x1 - x2 + eps, ord=p, dim=1, keepdim=keepdim)
