# quizzer: exact-shards
"""Divide a tensor among n workers."""

import torch


def shards(x: torch.Tensor, n: int, dim: int = 0):
    """Return exactly ``n`` views of ``x`` along ``dim``, of sizes that differ by at most 1, larger ones first."""
    return torch.chunk(x, n, dim)
