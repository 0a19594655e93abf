# caught-by: takes_the_first_of_equals
# mistake: You seem to let every class with the largest logit win.
# mistake[zh-CN]: 你似乎让 logit 并列最大的类别全都算对。
import torch


def accuracy(logits, targets, ignore_index=-100):
    counts = targets != ignore_index
    if len(targets) == 0:
        return 0.0
    total = counts.sum().item()
    if total == 0:
        return 0.0
    right = (logits.gather(1, targets.clamp(min=0)[:, None])[:, 0] == logits.amax(dim=1)) & counts
    return right.sum().item() / total
