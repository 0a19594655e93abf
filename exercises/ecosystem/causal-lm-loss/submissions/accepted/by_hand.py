"""log_softmax and gather; no cross_entropy."""

import torch


def causal_lm_loss(logits, labels):
    logp = torch.log_softmax(logits[:, :-1, :], dim=2)
    target = labels[:, 1:]
    keep = target.ne(-100)
    picked = logp.gather(2, target.clamp(min=0).unsqueeze(2)).squeeze(2)
    return -picked[keep].mean()
