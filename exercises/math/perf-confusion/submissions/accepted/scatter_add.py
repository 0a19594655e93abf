"""Ignored samples go to a cell of their own, which is cut off."""

import torch


def confusion(targets, preds, num_classes):
    size = num_classes * num_classes
    cell = torch.where(targets == -100, size, targets * num_classes + preds)
    counts = torch.zeros(size + 1, dtype=torch.long).scatter_add_(0, cell, torch.ones_like(cell))
    return counts[:-1].view(num_classes, -1)
