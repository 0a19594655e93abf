# caught-by: refuses_other_shapes
# mistake: You seem to reshape the target instead of refusing it.
# mistake[zh-CN]: 你似乎改变了 target 的形状，而不是拒绝它。
import torch.nn.functional as F


def bce_with_logits(logits, target, pos_weight=None):
    target = target.view_as(logits)
    if logits.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(logits.shape)} and {tuple(target.shape)}")
    positive = target * F.logsigmoid(logits)
    if pos_weight is not None:
        positive = positive * pos_weight
    return -(positive + (1 - target) * F.logsigmoid(-logits)).mean()
