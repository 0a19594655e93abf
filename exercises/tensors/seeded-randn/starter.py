# quizzer: seeded-randn
"""Draw reproducible random weights without touching the global random state."""

import torch


def init_weight(out_features: int, in_features: int, seed: int) -> torch.Tensor:
    """Return standard normal weights of shape (out_features, in_features) that depend on ``seed`` alone."""
    return torch.randn(out_features, in_features)
