"""Generators, and many calls at once. Nothing here knows what is right."""

import random

import torch


def rng(seed):
    return random.Random(seed)


def long_mask(function, length, seed, **options):
    """One long mask, as a tensor."""
    return torch.tensor(function(length, rng=random.Random(seed), **options), dtype=torch.bool)


def many_masks(function, calls, length, seed, **options):
    """One mask in each row, all from one generator."""
    generator = random.Random(seed)
    rows = [list(function(length, rng=generator, **options)) for _ in range(calls)]
    return torch.tensor(rows, dtype=torch.bool)
