# caught-by: predicts_the_next_token
# mistake: You seem to return the sum instead of the mean.
# mistake[zh-CN]: 你似乎返回了总和，而不是均值。
import torch
import torch.nn.functional as F


def causal_lm_loss(logits, labels):
    predictions = logits[:, :-1]
    targets = labels[:, 1:]
    return F.cross_entropy(predictions.flatten(0, 1), targets.flatten(), reduction="sum")
