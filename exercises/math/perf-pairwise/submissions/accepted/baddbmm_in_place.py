import torch


def sq_dists(a, b):
    out = torch.addmm(b.pow(2).sum(1), a, b.t(), alpha=-2)
    out += a.pow(2).sum(1)[:, None]
    return torch.where(out > 0, out, torch.zeros_like(out))
