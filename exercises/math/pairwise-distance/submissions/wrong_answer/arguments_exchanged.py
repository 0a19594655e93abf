# caught-by: adds_eps_to_the_difference
# mistake: The difference is x1 - x2, not x2 - x1: `eps` tells them apart.
# mistake[zh-CN]: 差应是 x1 - x2，而不是 x2 - x1：`eps` 会让两者不同。
import torch


def pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False):
    return torch.linalg.vector_norm(x2 - x1 + eps, ord=p, dim=-1, keepdim=keepdim)
