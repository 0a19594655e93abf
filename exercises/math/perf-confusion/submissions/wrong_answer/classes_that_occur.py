# caught-by: keeps_the_shape
# mistake: The matrix seems to have only as many classes as occur.
# mistake[zh-CN]: 矩阵似乎只包含出现过的类别数。
import torch


def confusion(targets, preds, num_classes):
    kept = targets != -100
    if kept.any():
        num_classes = int(torch.maximum(targets.max(), preds[kept].max())) + 1
    pairs = targets[kept] * num_classes + preds[kept]
    counts = torch.bincount(pairs, minlength=num_classes * num_classes)
    return counts.reshape(num_classes, num_classes)
