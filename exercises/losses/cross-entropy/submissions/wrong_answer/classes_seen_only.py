# caught-by: smooths_the_labels
# mistake: You seem to take C from the targets instead of the logits.
# mistake[zh-CN]: 你似乎从 target 而不是 logits 得到 C。
import torch.nn.functional as F


def cross_entropy(logits, target, label_smoothing=0.0):
    c = logits.shape[1]
    k = int(target.max()) + 1 if not target.is_floating_point() else c
    logp = F.log_softmax(logits, dim=1)
    if target.is_floating_point():
        q = target
    else:
        if target.dim() == logits.dim():
            raise ValueError("integer one-hot")
        q = F.one_hot(target, c).movedim(-1, 1).to(logits.dtype)
    q = (1 - label_smoothing) * q + label_smoothing / k
    return -(q * logp).sum(1).mean()
