# caught-by: refuses_integer_one_hot
# mistake: You seem to convert an integer one-hot target instead of refusing it.
# mistake[zh-CN]: 你似乎转换了整数 one-hot 目标，而不是拒绝它。
import torch
import torch.nn.functional as F


def cross_entropy(logits, target, label_smoothing=0.0):
    logp = F.log_softmax(logits, dim=1)
    classes = logits.shape[1]
    if not target.is_floating_point():
        if target.dim() != logits.dim() - 1:
            target = target.argmax(1)
        target = F.one_hot(target, classes).movedim(-1, 1).to(logits.dtype)
    q = (1 - label_smoothing) * target + label_smoothing / classes
    return -(q * logp).sum(dim=1).mean()
