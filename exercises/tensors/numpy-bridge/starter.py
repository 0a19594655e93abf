# quizzer: numpy-bridge
"""Take a NumPy array over to torch, with or without its memory."""

import torch


def to_torch(arr, share: bool) -> torch.Tensor:
    """Return a tensor like ``arr`` that shares its memory if ``share`` is true, and is a copy otherwise."""
    return torch.as_tensor(arr)
