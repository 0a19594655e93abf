# caught-by: follows_the_device
# mistake: You seem to create a tensor on the CPU.
# mistake[zh-CN]: 你似乎在 CPU 上创建了张量。
import torch
import torch.nn.functional as F


def bce_with_logits(logits, target, pos_weight=None):
    if logits.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(logits.shape)} and {tuple(target.shape)}")
    positive = target * F.logsigmoid(logits)
    if pos_weight is not None:
        positive = positive * pos_weight
    return -(positive + (torch.ones(target.shape, dtype=target.dtype) - target) * F.logsigmoid(-logits)).mean()
