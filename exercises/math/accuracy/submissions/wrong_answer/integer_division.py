# caught-by: counts_right_predictions
# mistake: You seem to lose the fraction in a division of whole numbers.
# mistake[zh-CN]: 整数相除时你似乎丢掉了小数部分。
import torch


def accuracy(logits, targets, ignore_index=-100):
    counts = targets != ignore_index
    total = counts.sum().item()
    if total == 0:
        return 0.0
    right = (logits.argmax(dim=1) == targets) & counts
    return float(right.sum().item() // total)
