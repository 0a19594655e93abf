import torch


def bce_with_logits(logits, target, pos_weight=None):
    if target.shape != logits.shape:
        raise ValueError("shapes")
    zero = torch.zeros_like(logits)
    losses = torch.logaddexp(zero, -logits) * target * (pos_weight if pos_weight is not None else 1.0)
    losses = losses + torch.logaddexp(zero, logits) * (1.0 - target)
    return losses.sum() / losses.numel()
