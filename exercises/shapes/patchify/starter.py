# quizzer: patchify
"""Cut a batch of images into flattened patches."""

import torch


def patchify(x: torch.Tensor, p: int) -> torch.Tensor:
    """Turn images of shape (N, C, H, W) into patches of shape (N, H/p * W/p, C*p*p)."""
    n, c, h, w = x.shape
    return x.reshape(n, (h // p) * (w // p), c * p * p)
