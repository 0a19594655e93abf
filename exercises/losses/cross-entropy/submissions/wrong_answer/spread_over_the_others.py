# caught-by: smooths_the_labels
# mistake: You seem to share the smoothing among the other C-1 classes only.
# mistake[zh-CN]: 你似乎只把平滑量分给了其余 C-1 个类别。
import torch
import torch.nn.functional as F


def cross_entropy(logits, target, label_smoothing=0.0):
    logp = F.log_softmax(logits, dim=1)
    classes = logits.shape[1]
    if not target.is_floating_point():
        if target.dim() != logits.dim() - 1:
            raise ValueError("class indices have one axis less than the logits")
        target = F.one_hot(target, classes).movedim(-1, 1).to(logits.dtype)
    q = (1 - label_smoothing) * target + label_smoothing * (1 - target) / (classes - 1)
    return -(q * logp).sum(dim=1).mean()
