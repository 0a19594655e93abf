# caught-by: adds_eps_to_the_difference
# mistake: `eps` seems to be fixed.
# mistake[zh-CN]: `eps` 似乎是固定的。
import torch


def pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False):
    return torch.linalg.vector_norm(x1 - x2 + 1e-6, ord=p, dim=-1, keepdim=keepdim)
