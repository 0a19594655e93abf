# caught-by: smooths_the_labels
# mistake: You seem to smooth class indices only, not probabilities.
# mistake[zh-CN]: 你似乎只对类别下标做了平滑，没有对概率做。
import torch
import torch.nn.functional as F


def cross_entropy(logits, target, label_smoothing=0.0):
    logp = F.log_softmax(logits, dim=1)
    given_indices = not target.is_floating_point()
    classes = logits.shape[1]
    if not target.is_floating_point():
        if target.dim() != logits.dim() - 1:
            raise ValueError("class indices have one axis less than the logits")
        target = F.one_hot(target, classes).movedim(-1, 1).to(logits.dtype)
    label_smoothing = label_smoothing if given_indices else 0.0
    q = (1 - label_smoothing) * target + label_smoothing / classes
    return -(q * logp).sum(dim=1).mean()
