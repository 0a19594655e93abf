# caught-by: leaves_the_arguments_alone
# mistake: You seem to change an argument in place.
# mistake[zh-CN]: 你似乎就地修改了参数。
import torch
import torch.nn.functional as F


def cross_entropy(logits, target, label_smoothing=0.0):
    logp = F.log_softmax(logits, dim=1)
    classes = logits.shape[1]
    if not target.is_floating_point():
        if target.dim() != logits.dim() - 1:
            raise ValueError("class indices have one axis less than the logits")
        target = F.one_hot(target, classes).movedim(-1, 1).to(logits.dtype)
    q = target.mul_(1 - label_smoothing) + label_smoothing / classes
    return -(q * logp).sum(dim=1).mean()
