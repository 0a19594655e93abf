# caught-by: gives_zero_without_samples
# mistake: You seem to give 1 where no sample is left.
# mistake[zh-CN]: 没有样本参与计算时，你似乎返回了 1。
import torch


def accuracy(logits, targets, ignore_index=-100):
    counts = targets != ignore_index
    total = counts.sum().item()
    if total == 0:
        return 1.0
    right = (logits.argmax(dim=1) == targets) & counts
    return right.sum().item() / total
