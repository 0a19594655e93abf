# caught-by: weighs_the_positive_term
# mistake: `pos_weight` seems to scale both terms.
# mistake[zh-CN]: `pos_weight` 似乎缩放了两项。
import torch.nn.functional as F


def bce_with_logits(logits, target, pos_weight=None):
    if logits.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(logits.shape)} and {tuple(target.shape)}")
    positive = target * F.logsigmoid(logits)
    if pos_weight is not None:
        return -(pos_weight * (positive + (1 - target) * F.logsigmoid(-logits))).mean()
    return -(positive + (1 - target) * F.logsigmoid(-logits)).mean()
