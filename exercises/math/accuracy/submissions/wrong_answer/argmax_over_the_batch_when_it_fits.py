# caught-by: goes_along_the_classes
# mistake: You seem to take the argmax over the batch where N equals C.
# mistake[zh-CN]: N 等于 C 时你似乎沿批次做了 argmax。
import torch


def accuracy(logits, targets, ignore_index=-100):
    counts = targets != ignore_index
    total = counts.sum().item()
    if total == 0:
        return 0.0
    right = (logits.argmax(dim=int(len(logits) != logits.shape[1])) == targets) & counts
    return right.sum().item() / total
