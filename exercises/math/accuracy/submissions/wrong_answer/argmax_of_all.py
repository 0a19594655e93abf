# caught-by: counts_right_predictions
# mistake: You seem to take one argmax of all logits.
# mistake[zh-CN]: 你似乎对所有 logits 只做了一次 argmax。
import torch


def accuracy(logits, targets, ignore_index=-100):
    counts = targets != ignore_index
    total = counts.sum().item()
    if total == 0:
        return 0.0
    right = (logits.argmax() == targets) & counts
    return right.sum().item() / total
