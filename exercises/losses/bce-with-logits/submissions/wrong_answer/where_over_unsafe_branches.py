# caught-by: has_a_gradient_for_large_logits
# mistake: Your value is right for large logits, but the gradient is NaN: `torch.where` evaluates both branches.
# mistake[zh-CN]: logits 很大时值是对的，梯度却是 NaN：`torch.where` 会计算两个分支。
import torch
import torch.nn.functional as F


def bce_with_logits(logits, target, pos_weight=None):
    if logits.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(logits.shape)} and {tuple(target.shape)}")
    positive = target * torch.where(logits < -20, logits, -torch.log1p(torch.exp(-logits)))
    if pos_weight is not None:
        positive = positive * pos_weight
    return -(positive + (1 - target) * torch.where(logits > 20, -logits, -torch.log1p(torch.exp(logits)))).mean()
