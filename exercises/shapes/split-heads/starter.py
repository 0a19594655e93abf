# quizzer: split-heads
"""Split the features of tokens among attention heads, and merge them again."""

import torch


def split_heads(x: torch.Tensor, n: int) -> torch.Tensor:
    """Turn (B, L, D) into (B, n, L, D/n)."""
    raise NotImplementedError


def merge_heads(y: torch.Tensor) -> torch.Tensor:
    """Turn (B, n, L, d) into (B, L, n*d)."""
    raise NotImplementedError
