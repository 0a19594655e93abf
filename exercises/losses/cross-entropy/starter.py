# quizzer: cross-entropy
"""Cross-entropy without PyTorch's own."""

import torch
import torch.nn.functional as F


def cross_entropy(logits, target, label_smoothing=0.0):
    """The mean cross-entropy of logits (N, C, ...) for class indices or class probabilities."""
    raise NotImplementedError("write cross_entropy")
