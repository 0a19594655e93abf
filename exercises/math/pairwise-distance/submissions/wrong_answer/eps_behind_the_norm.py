# caught-by: adds_eps_to_the_difference
# mistake: `eps` seems to be added to the norm.
# mistake[zh-CN]: `eps` 似乎加在了范数上。
import torch


def pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False):
    return torch.linalg.vector_norm(x1 - x2, ord=p, dim=-1, keepdim=keepdim) + eps
