# quizzer: squeeze-safely
"""A function with a bug: find it and repair it."""

import torch


def drop_channel(x: torch.Tensor) -> torch.Tensor:
    """Turn grey images of shape (N, 1, H, W) into (N, H, W)."""
    return x.squeeze()
