# caught-by: differentiates
# mistake: The gradient does not seem to reach the logits.
# mistake[zh-CN]: 梯度似乎传不到 logits。
import torch.nn.functional as F


def bce_with_logits(logits, target, pos_weight=None):
    if logits.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(logits.shape)} and {tuple(target.shape)}")
    logits = logits.detach()
    positive = target * F.logsigmoid(logits)
    if pos_weight is not None:
        positive = positive * pos_weight
    return -(positive + (1 - target) * F.logsigmoid(-logits)).mean()
