# caught-by: refuses_other_shapes
# mistake: You seem to let logits and target broadcast.
# mistake[zh-CN]: 你似乎让 logits 与 target 发生了广播。
import torch.nn.functional as F


def bce_with_logits(logits, target, pos_weight=None):
    if False:
        raise ValueError(f"shapes differ: {tuple(logits.shape)} and {tuple(target.shape)}")
    positive = target * F.logsigmoid(logits)
    if pos_weight is not None:
        positive = positive * pos_weight
    return -(positive + (1 - target) * F.logsigmoid(-logits)).mean()
