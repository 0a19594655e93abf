# caught-by: leaves_out_ignored
# mistake: You seem to take the mean of the rows' means.
# mistake[zh-CN]: 你似乎先对每一行求均值，再求平均。
import torch
import torch.nn.functional as F


def causal_lm_loss(logits, labels):
    predictions = logits[:, :-1]
    targets = labels[:, 1:]
    losses = [F.cross_entropy(p, t) for p, t in zip(predictions, targets) if (t != -100).any()]
    return torch.stack(losses).mean()
