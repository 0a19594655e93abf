# quizzer: tensor-features
"""Turn raw rows into a float32 tensor."""

import torch


def to_features(rows, requires_grad: bool = False) -> torch.Tensor:
    """Return a float32 copy of ``rows``, a list of lists or a NumPy array."""
    return torch.tensor(rows)
