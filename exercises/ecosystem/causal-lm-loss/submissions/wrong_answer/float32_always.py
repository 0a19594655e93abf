# caught-by: differentiates
# mistake: You seem to turn float64 into float32.
# mistake[zh-CN]: 你似乎把 float64 变成了 float32。
import torch
import torch.nn.functional as F


def causal_lm_loss(logits, labels):
    predictions = logits[:, :-1].float()
    targets = labels[:, 1:]
    return F.cross_entropy(predictions.flatten(0, 1), targets.flatten())
