# caught-by: takes_soft_targets
# mistake: You seem to round the targets.
# mistake[zh-CN]: 你似乎对目标做了取整。
import torch.nn.functional as F


def bce_with_logits(logits, target, pos_weight=None):
    if logits.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(logits.shape)} and {tuple(target.shape)}")
    target = (target > 0.5).to(logits.dtype)
    positive = target * F.logsigmoid(logits)
    if pos_weight is not None:
        positive = positive * pos_weight
    return -(positive + (1 - target) * F.logsigmoid(-logits)).mean()
