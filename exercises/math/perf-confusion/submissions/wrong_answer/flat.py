# caught-by: counts_pairs
# mistake: The counts seem to be returned as one row.
# mistake[zh-CN]: 计数似乎以一维返回。
import torch


def confusion(targets, preds, num_classes):
    kept = targets != -100
    pairs = targets[kept] * num_classes + preds[kept]
    counts = torch.bincount(pairs, minlength=num_classes * num_classes)
    return counts
