# caught-by: takes_class_indices
# mistake: You seem to apply softmax twice.
# mistake[zh-CN]: 你似乎做了两次 softmax。
import torch
import torch.nn.functional as F


def cross_entropy(logits, target, label_smoothing=0.0):
    logp = F.log_softmax(F.softmax(logits, dim=1), dim=1)
    classes = logits.shape[1]
    if not target.is_floating_point():
        if target.dim() != logits.dim() - 1:
            raise ValueError("class indices have one axis less than the logits")
        target = F.one_hot(target, classes).movedim(-1, 1).to(logits.dtype)
    q = (1 - label_smoothing) * target + label_smoothing / classes
    return -(q * logp).sum(dim=1).mean()
