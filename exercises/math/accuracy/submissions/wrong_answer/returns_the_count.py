# caught-by: counts_right_predictions
# mistake: You seem to return the number of right predictions, not their share.
# mistake[zh-CN]: 你似乎返回了答对的数目，而不是比例。
import torch


def accuracy(logits, targets, ignore_index=-100):
    counts = targets != ignore_index
    total = counts.sum().item()
    if total == 0:
        return 0.0
    right = (logits.argmax(dim=1) == targets) & counts
    return float(right.sum())
