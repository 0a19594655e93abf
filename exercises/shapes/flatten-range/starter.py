# quizzer: flatten-range
"""Flatten a range of dimensions, without torch.flatten."""

import torch


def flatten(x: torch.Tensor, start_dim: int = 0, end_dim: int = -1) -> torch.Tensor:
    """Join the dimensions from ``start_dim`` to ``end_dim``, both included."""
    return x.reshape(-1)
