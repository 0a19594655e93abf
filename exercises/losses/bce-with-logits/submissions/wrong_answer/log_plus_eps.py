# caught-by: is_exact_for_large_logits
# mistake: You seem to add an epsilon inside the logarithm.
# mistake[zh-CN]: 你似乎在对数里加了一个 epsilon。
import torch.nn.functional as F


def bce_with_logits(logits, target, pos_weight=None):
    if logits.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(logits.shape)} and {tuple(target.shape)}")
    positive = target * (logits.sigmoid() + 1e-8).log()
    if pos_weight is not None:
        positive = positive * pos_weight
    return -(positive + (1 - target) * (1 - logits.sigmoid() + 1e-8).log()).mean()
