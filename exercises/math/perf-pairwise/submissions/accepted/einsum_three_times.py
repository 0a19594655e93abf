import torch


def sq_dists(a, b):
    g = torch.einsum("nd,md->nm", a, b)
    sq = lambda t: torch.einsum("nd,nd->n", t, t)
    return torch.clamp_min(sq(a).unsqueeze(1) - 2 * g + sq(b).unsqueeze(0), 0)
