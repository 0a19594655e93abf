# quizzer: perf-confusion
"""A confusion matrix."""

import torch


def confusion(targets, preds, num_classes):
    """Correct, but slow: one sample at a time. Do it without a loop."""
    matrix = torch.zeros(num_classes, num_classes, dtype=torch.int64)
    for target, pred in zip(targets.tolist(), preds.tolist()):
        if target != -100:
            matrix[target, pred] += 1
    return matrix
