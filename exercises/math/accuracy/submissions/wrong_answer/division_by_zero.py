# caught-by: gives_zero_without_samples
# mistake: You seem to divide by 0 where no sample is left.
# mistake[zh-CN]: 没有样本参与计算时，你似乎除以了 0。
import torch


def accuracy(logits, targets, ignore_index=-100):
    counts = targets != ignore_index
    total = counts.sum().item()
    right = (logits.argmax(dim=1) == targets) & counts
    return right.sum().item() / total
