# caught-by: has_a_gradient_for_large_logits
# mistake: You seem to clamp the logits: no gradient outside the range.
# mistake[zh-CN]: 你似乎截断了 logits：范围之外没有梯度。
import torch.nn.functional as F


def bce_with_logits(logits, target, pos_weight=None):
    if logits.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(logits.shape)} and {tuple(target.shape)}")
    inside = logits.clamp(-30, 30)
    logits = inside + (logits - inside).detach()
    positive = target * F.logsigmoid(logits)
    if pos_weight is not None:
        positive = positive * pos_weight
    return -(positive + (1 - target) * F.logsigmoid(-logits)).mean()
