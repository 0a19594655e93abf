# caught-by: keeps_the_axis
# mistake: The axis of size 1 belongs to the end.
# mistake[zh-CN]: 大小为 1 的轴应在末尾。
import torch


def pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False):
    d = torch.linalg.vector_norm(x1 - x2 + eps, ord=p, dim=-1)
    return d.unsqueeze(0) if keepdim else d
