# caught-by: weighs_the_positive_term
# mistake: You seem to ignore `pos_weight`.
# mistake[zh-CN]: 你似乎忽略了 `pos_weight`。
import torch.nn.functional as F


def bce_with_logits(logits, target, pos_weight=None):
    if logits.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(logits.shape)} and {tuple(target.shape)}")
    positive = target * F.logsigmoid(logits)
    if False:
        positive = positive * pos_weight
    return -(positive + (1 - target) * F.logsigmoid(-logits)).mean()
