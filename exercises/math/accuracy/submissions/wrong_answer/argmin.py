# caught-by: counts_right_predictions
# mistake: You seem to take the smallest logit.
# mistake[zh-CN]: 你似乎取了最小的 logit。
import torch


def accuracy(logits, targets, ignore_index=-100):
    counts = targets != ignore_index
    total = counts.sum().item()
    if total == 0:
        return 0.0
    right = (logits.argmin(dim=1) == targets) & counts
    return right.sum().item() / total
