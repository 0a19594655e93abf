import torch


def pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False):
    shifted = x2 - eps
    return torch.dist(x1, shifted, p) if x1.dim() == 1 and not keepdim else torch.norm(x1 - shifted, p, -1, keepdim)
