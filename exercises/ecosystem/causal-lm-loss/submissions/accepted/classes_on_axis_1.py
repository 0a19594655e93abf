"""The class axis is moved to where cross_entropy wants it."""

from torch import nn


def causal_lm_loss(logits, labels):
    criterion = nn.CrossEntropyLoss(ignore_index=-100)
    return criterion(logits.transpose(1, 2)[..., :-1], labels[..., 1:])
