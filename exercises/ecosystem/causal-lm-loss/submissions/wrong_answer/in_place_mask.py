# caught-by: leaves_the_arguments_alone
# mistake: You seem to write into the caller's `labels`.
# mistake[zh-CN]: 你似乎改写了调用者的 `labels`。
import torch
import torch.nn.functional as F


def causal_lm_loss(logits, labels):
    predictions = logits[:, :-1]
    targets = labels[:, 1:]
    keep = targets != -100
    targets[~keep] = 0
    losses = F.cross_entropy(predictions.flatten(0, 1), targets.flatten(), reduction="none")
    return losses[keep.flatten()].mean()
