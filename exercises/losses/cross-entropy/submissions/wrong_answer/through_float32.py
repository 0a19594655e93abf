# caught-by: differentiates
# mistake: You seem to compute in float32 what is float64.
# mistake[zh-CN]: 输入是 float64，你似乎用 float32 计算。
import torch.nn.functional as F


def cross_entropy(logits, target, label_smoothing=0.0):
    c = logits.shape[1]
    logp = F.log_softmax(logits.float(), dim=1).to(logits.dtype)
    if target.is_floating_point():
        q = target
    else:
        if target.dim() == logits.dim():
            raise ValueError("integer one-hot")
        q = F.one_hot(target, c).movedim(-1, 1).to(logits.dtype)
    q = (1 - label_smoothing) * q + label_smoothing / c
    return -(q * logp).sum(1).mean()
