# caught-by: leaves_out_ignored
# mistake: You seem to count -100 as class 0.
# mistake[zh-CN]: 你似乎把 -100 当成了类别 0。
import torch
import torch.nn.functional as F


def causal_lm_loss(logits, labels):
    predictions = logits[:, :-1]
    targets = labels[:, 1:].clamp(min=0)
    return F.cross_entropy(predictions.flatten(0, 1), targets.flatten())
