# caught-by: takes_images
# mistake: You seem to leave the one-hot classes on the last axis.
# mistake[zh-CN]: 你似乎把 one-hot 的类别留在了最后一轴。
import torch
import torch.nn.functional as F


def cross_entropy(logits, target, label_smoothing=0.0):
    logp = F.log_softmax(logits, dim=1)
    classes = logits.shape[1]
    if not target.is_floating_point():
        if target.dim() != logits.dim() - 1:
            raise ValueError("class indices have one axis less than the logits")
        target = F.one_hot(target, classes).reshape(logits.shape).to(logits.dtype)
    q = (1 - label_smoothing) * target + label_smoothing / classes
    return -(q * logp).sum(dim=1).mean()
