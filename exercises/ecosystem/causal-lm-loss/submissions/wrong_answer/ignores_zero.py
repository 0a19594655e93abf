# caught-by: leaves_out_ignored
# mistake: You seem to leave out token 0 as well.
# mistake[zh-CN]: 你似乎把 token 0 也忽略了。
import torch
import torch.nn.functional as F


def causal_lm_loss(logits, labels):
    predictions = logits[:, :-1]
    targets = labels[:, 1:]
    targets = targets.masked_fill(targets == 0, -100)
    return F.cross_entropy(predictions.flatten(0, 1), targets.flatten())
