import torch


def bce_with_logits(logits, target, pos_weight=None):
    if target.shape != logits.shape:
        raise RuntimeError("target and logits must have one shape")
    weight = 1 if pos_weight is None else pos_weight
    rest = torch.log1p(torch.exp(-logits.abs()))
    negative_log = rest + (-logits).clamp(min=0)
    negative_log_other = rest + logits.clamp(min=0)
    return torch.mean(weight * target * negative_log + (1 - target) * negative_log_other)
