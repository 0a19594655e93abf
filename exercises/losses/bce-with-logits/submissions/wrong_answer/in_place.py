# caught-by: leaves_the_arguments_alone
# mistake: You seem to change an argument in place.
# mistake[zh-CN]: 你似乎就地修改了参数。
import torch.nn.functional as F


def bce_with_logits(logits, target, pos_weight=None):
    if logits.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(logits.shape)} and {tuple(target.shape)}")
    positive = target.clone() * F.logsigmoid(logits)
    if pos_weight is not None:
        positive = positive * pos_weight
    return -(positive + target.neg_().add_(1) * F.logsigmoid(-logits)).mean()
