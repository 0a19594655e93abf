import torch
from torch import nn
from torch.nn.functional import nll_loss


def cross_entropy(logits, target, label_smoothing=0.0):
    logp = nn.LogSoftmax(dim=1)(logits)
    smooth = -logp.mean()
    if torch.is_floating_point(target):
        loss = -(logp * target).sum() * logits.shape[1] / logits.numel()
    else:
        loss = nll_loss(logp, target)
    return loss * (1 - label_smoothing) + smooth * label_smoothing
