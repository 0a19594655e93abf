# caught-by: predicts_the_next_token
# mistake: You seem to shift by two positions.
# mistake[zh-CN]: 你似乎错了两位。
import torch
import torch.nn.functional as F


def causal_lm_loss(logits, labels):
    predictions = logits[:, :-2] if logits.shape[1] > 2 else logits[:, :-1]
    targets = labels[:, 2:] if logits.shape[1] > 2 else labels[:, 1:]
    return F.cross_entropy(predictions.flatten(0, 1), targets.flatten())
