"""One matrix product of two extended matrices."""

import torch


def sq_dists(a, b):
    one = a.new_ones
    left = torch.cat([-2 * a, (a * a).sum(1, keepdim=True), one(len(a), 1)], dim=1)
    right = torch.cat([b, one(len(b), 1), (b * b).sum(1, keepdim=True)], dim=1)
    return torch.clamp_min(left @ right.t(), 0.0)
