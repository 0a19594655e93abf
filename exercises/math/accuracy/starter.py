# quizzer: accuracy
"""How many predictions are right."""

import torch


def accuracy(logits, targets, ignore_index=-100):
    """The share of right predictions among the samples that count."""
    raise NotImplementedError("write accuracy")
