# caught-by: adds_eps_to_the_difference
# mistake: `eps` seems to be added to the absolute difference.
# mistake[zh-CN]: `eps` 似乎加在了差的绝对值上。
import torch


def pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False):
    return torch.linalg.vector_norm((x1 - x2).abs() + eps, ord=p, dim=-1, keepdim=keepdim)
