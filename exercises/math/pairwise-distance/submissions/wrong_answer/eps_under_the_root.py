# caught-by: adds_eps_to_the_difference
# mistake: `eps` seems to be added under the root.
# mistake[zh-CN]: `eps` 似乎加在了根号里。
import torch


def pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False):
    if p != 2:
        return torch.linalg.vector_norm(x1 - x2 + eps, ord=p, dim=-1, keepdim=keepdim)
    return ((x1 - x2).square().sum(dim=-1, keepdim=keepdim) + eps).sqrt()
