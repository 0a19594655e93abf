# caught-by: is_exact_for_large_logits
# mistake: You seem to clamp the logarithm.
# mistake[zh-CN]: 你似乎截断了对数。
import torch.nn.functional as F


def bce_with_logits(logits, target, pos_weight=None):
    if logits.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(logits.shape)} and {tuple(target.shape)}")
    positive = target * F.logsigmoid(logits).clamp(min=-100)
    if pos_weight is not None:
        positive = positive * pos_weight
    return -(positive + (1 - target) * F.logsigmoid(-logits).clamp(min=-100)).mean()
