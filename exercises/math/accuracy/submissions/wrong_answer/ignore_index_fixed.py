# caught-by: leaves_ignored_samples_out
# mistake: You seem to ignore -100 only, whatever `ignore_index` is.
# mistake[zh-CN]: 无论 `ignore_index` 是多少，你似乎只忽略 -100。
import torch


def accuracy(logits, targets, ignore_index=-100):
    counts = targets != -100
    total = counts.sum().item()
    if total == 0:
        return 0.0
    right = (logits.argmax(dim=1) == targets) & counts
    return right.sum().item() / total
