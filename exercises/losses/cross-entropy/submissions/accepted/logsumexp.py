import torch


def cross_entropy(logits, target, label_smoothing=0.0):
    logp = logits - logits.logsumexp(dim=1, keepdim=True)
    if target.shape == logits.shape:
        if not target.dtype.is_floating_point:
            raise TypeError("probabilities must be floating point")
        hard = (target * logp).sum(1)
    else:
        hard = logp.gather(1, target.unsqueeze(1)).squeeze(1)
    return -((1 - label_smoothing) * hard + label_smoothing * logp.mean(1)).mean()
