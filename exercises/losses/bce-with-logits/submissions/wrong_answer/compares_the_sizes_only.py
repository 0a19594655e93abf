# caught-by: refuses_other_shapes
# mistake: You seem to compare the numbers of elements, not the shapes.
# mistake[zh-CN]: 你似乎只比较了元素个数，而不是形状。
import torch.nn.functional as F


def bce_with_logits(logits, target, pos_weight=None):
    if logits.numel() != target.numel():
        raise ValueError(f"shapes differ: {tuple(logits.shape)} and {tuple(target.shape)}")
    positive = target * F.logsigmoid(logits)
    if pos_weight is not None:
        positive = positive * pos_weight
    return -(positive + (1 - target) * F.logsigmoid(-logits)).mean()
