import torch.nn.functional as F


def pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False):
    return F.pairwise_distance(x1, x2, p=p, eps=eps, keepdim=keepdim)
