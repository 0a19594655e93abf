"""All logits stay; the labels are shifted and end with -100."""

import torch
import torch.nn.functional as F


def causal_lm_loss(logits, labels):
    V = logits.size(-1)
    labels = F.pad(labels, (0, 1), value=-100)
    shifted = labels[..., 1:].contiguous()
    return F.cross_entropy(logits.reshape(-1, V), shifted.view(-1), ignore_index=-100, reduction="mean")
