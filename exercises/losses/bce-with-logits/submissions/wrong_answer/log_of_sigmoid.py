# caught-by: is_exact_for_large_logits
# mistake: You seem to take the logarithm of the sigmoid: it underflows.
# mistake[zh-CN]: 你似乎是对 sigmoid 取对数：它会下溢。
import torch.nn.functional as F


def bce_with_logits(logits, target, pos_weight=None):
    if logits.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(logits.shape)} and {tuple(target.shape)}")
    positive = target * logits.sigmoid().log()
    if pos_weight is not None:
        positive = positive * pos_weight
    return -(positive + (1 - target) * (1 - logits.sigmoid()).log()).mean()
