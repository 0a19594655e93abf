# caught-by: counts_pairs
# mistake: Rows and columns seem to be swapped.
# mistake[zh-CN]: 行和列似乎颠倒了。
import torch


def confusion(targets, preds, num_classes):
    kept = targets != -100
    pairs = preds[kept] * num_classes + targets[kept]
    counts = torch.bincount(pairs, minlength=num_classes * num_classes)
    return counts.reshape(num_classes, num_classes)
