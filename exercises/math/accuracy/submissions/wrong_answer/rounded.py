# caught-by: counts_right_predictions
# mistake: You seem to round the result.
# mistake[zh-CN]: 你似乎对结果做了舍入。
import torch


def accuracy(logits, targets, ignore_index=-100):
    counts = targets != ignore_index
    total = counts.sum().item()
    if total == 0:
        return 0.0
    right = (logits.argmax(dim=1) == targets) & counts
    return round(right.sum().item() / total, 2)
