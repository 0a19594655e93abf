"""A generator of its own."""

import torch


def init_weight(out_features, in_features, seed):
    generator = torch.Generator().manual_seed(seed)
    return torch.randn(out_features, in_features, generator=generator)
