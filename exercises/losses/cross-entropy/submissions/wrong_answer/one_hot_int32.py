# caught-by: refuses_integer_one_hot
# mistake: You seem to refuse int64 only, not other integers.
# mistake[zh-CN]: 你似乎只拒绝 int64，没有拒绝其他整数类型。
import torch
import torch.nn.functional as F


def cross_entropy(logits, target, label_smoothing=0.0):
    c = logits.shape[1]
    logp = F.log_softmax(logits, dim=1)
    if target.is_floating_point():
        q = target
    else:
        if target.dtype == torch.int64 and target.dim() == logits.dim():
            raise ValueError("integer one-hot")
        q = (
            target.to(logits.dtype)
            if target.dim() == logits.dim()
            else F.one_hot(target, c).movedim(-1, 1).to(logits.dtype)
        )
    q = (1 - label_smoothing) * q + label_smoothing / c
    return -(q * logp).sum(1).mean()
