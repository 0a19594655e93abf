import torch
import torch.nn.functional as F


def causal_lm_loss(logits, labels):
    predictions = logits[:, :-1]
    targets = labels[:, 1:]
    return F.cross_entropy(predictions.flatten(0, 1), targets.flatten())
