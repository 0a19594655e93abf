# caught-by: keeps_the_dtype
# mistake: float64 input gives a float32 result.
# mistake[zh-CN]: 输入为 float64 时，结果成了 float32。
import torch


def pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False):
    return torch.linalg.vector_norm(x1 - x2 + eps, ord=p, dim=-1, keepdim=keepdim).float()
