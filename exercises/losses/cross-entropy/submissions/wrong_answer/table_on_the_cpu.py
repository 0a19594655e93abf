# caught-by: follows_the_device
# mistake: You seem to create a tensor on the CPU.
# mistake[zh-CN]: 你似乎在 CPU 上创建了张量。
import torch
import torch.nn.functional as F


def cross_entropy(logits, target, label_smoothing=0.0):
    logp = F.log_softmax(logits, dim=1)
    classes = logits.shape[1]
    if not target.is_floating_point():
        if target.dim() != logits.dim() - 1:
            raise ValueError("class indices have one axis less than the logits")
        target = torch.eye(classes)[target].movedim(-1, 1).to(logits.dtype)
    q = (1 - label_smoothing) * target + label_smoothing / classes
    return -(q * logp).sum(dim=1).mean()
