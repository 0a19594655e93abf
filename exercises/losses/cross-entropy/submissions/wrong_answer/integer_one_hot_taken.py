# caught-by: refuses_integer_one_hot
# mistake: You seem to take an integer one-hot target as probabilities.
# mistake[zh-CN]: 你似乎把整数 one-hot 目标当成了概率。
import torch
import torch.nn.functional as F


def cross_entropy(logits, target, label_smoothing=0.0):
    logp = F.log_softmax(logits, dim=1)
    classes = logits.shape[1]
    if target.shape != logits.shape:
        if target.dim() != logits.dim() - 1:
            raise ValueError("class indices have one axis less than the logits")
        target = F.one_hot(target, classes).movedim(-1, 1).to(logits.dtype)
    q = (1 - label_smoothing) * target + label_smoothing / classes
    return -(q * logp).sum(dim=1).mean()
