# caught-by: counts_right_predictions
# mistake: You seem to return a tensor, not a Python float.
# mistake[zh-CN]: 你似乎返回了张量，而不是 Python 浮点数。
import torch


def accuracy(logits, targets, ignore_index=-100):
    counts = targets != ignore_index
    total = counts.sum().item()
    if total == 0:
        return 0.0
    right = (logits.argmax(dim=1) == targets) & counts
    return right.sum() / total
