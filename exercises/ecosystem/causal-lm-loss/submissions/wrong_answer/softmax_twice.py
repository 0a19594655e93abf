# caught-by: predicts_the_next_token
# mistake: You seem to apply softmax before `cross_entropy`, which does so itself.
# mistake[zh-CN]: 你似乎在 `cross_entropy` 之前又做了 softmax，而它自己会做。
import torch
import torch.nn.functional as F


def causal_lm_loss(logits, labels):
    predictions = logits[:, :-1].softmax(-1)
    targets = labels[:, 1:]
    return F.cross_entropy(predictions.flatten(0, 1), targets.flatten())
