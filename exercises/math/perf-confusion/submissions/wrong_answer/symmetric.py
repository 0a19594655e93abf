# caught-by: counts_pairs
# mistake: The matrix and its transpose seem to be added.
# mistake[zh-CN]: 似乎把矩阵与其转置相加了。
import torch


def confusion(targets, preds, num_classes):
    kept = targets != -100
    pairs = targets[kept] * num_classes + preds[kept]
    counts = torch.bincount(pairs, minlength=num_classes * num_classes)
    matrix = counts.reshape(num_classes, num_classes)
    return (matrix + matrix.T) // 2 + (matrix + matrix.T) % 2
