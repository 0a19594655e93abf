# caught-by: goes_along_the_classes
# mistake: You seem to take the argmax over the batch, dim 0.
# mistake[zh-CN]: 你似乎沿批次（第 0 维）做了 argmax。
import torch


def accuracy(logits, targets, ignore_index=-100):
    counts = targets != ignore_index
    total = counts.sum().item()
    if total == 0:
        return 0.0
    right = (logits.argmax(dim=0) == targets) & counts
    return right.sum().item() / total
