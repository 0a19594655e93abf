# caught-by: weighs_the_positive_term
# mistake: You seem to divide by the weights instead of the number of elements.
# mistake[zh-CN]: 你似乎除以了权重之和，而不是元素个数。
import torch.nn.functional as F


def bce_with_logits(logits, target, pos_weight=None):
    if logits.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(logits.shape)} and {tuple(target.shape)}")
    positive = target * F.logsigmoid(logits)
    if pos_weight is not None:
        total = (target * pos_weight + 1 - target).sum()
        return -(positive * pos_weight + (1 - target) * F.logsigmoid(-logits)).sum() / total
    return -(positive + (1 - target) * F.logsigmoid(-logits)).mean()
