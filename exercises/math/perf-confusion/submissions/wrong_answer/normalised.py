# caught-by: counts_repeats
# mistake: The rows seem to be shares instead of counts.
# mistake[zh-CN]: 各行似乎是比例，而不是个数。
import torch


def confusion(targets, preds, num_classes):
    kept = targets != -100
    pairs = targets[kept] * num_classes + preds[kept]
    counts = torch.bincount(pairs, minlength=num_classes * num_classes)
    matrix = counts.reshape(num_classes, num_classes)
    return matrix // matrix.sum(dim=1, keepdim=True).clamp(min=1)
