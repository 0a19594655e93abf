"""Positions by broadcasting."""

import torch


def skipgram_pairs(tokens, window):
    position = torch.arange(len(tokens))
    distance = (position[:, None] - position).abs()
    near = ((distance > 0) & (distance <= window)).nonzero()
    return [(tokens[i], tokens[j]) for i, j in near.tolist()]
