# caught-by: refuses_integer_one_hot
# mistake: You seem to take integer one-hot images for probabilities.
# mistake[zh-CN]: 你似乎把整数 one-hot 图像当成了概率。
import torch.nn.functional as F


def cross_entropy(logits, target, label_smoothing=0.0):
    c = logits.shape[1]
    logp = F.log_softmax(logits, dim=1)
    if target.is_floating_point():
        q = target
    else:
        if target.dim() == logits.dim() == 2:
            raise ValueError("integer one-hot")
        q = (
            target.to(logits.dtype)
            if target.dim() == logits.dim()
            else F.one_hot(target, c).movedim(-1, 1).to(logits.dtype)
        )
    q = (1 - label_smoothing) * q + label_smoothing / c
    return -(q * logp).sum(1).mean()
