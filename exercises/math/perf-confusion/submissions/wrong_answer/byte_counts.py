# caught-by: counts_repeats
# mistake: The counts seem to be kept in a small integer type and overflow.
# mistake[zh-CN]: 计数似乎用了很小的整数类型，发生了溢出。
import torch


def confusion(targets, preds, num_classes):
    kept = targets != -100
    pairs = targets[kept] * num_classes + preds[kept]
    counts = torch.bincount(pairs, minlength=num_classes * num_classes)
    return counts.to(torch.int8).long().reshape(num_classes, num_classes)
