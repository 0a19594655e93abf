# caught-by: counts_repeats
# mistake: Repeated pairs seem to count once: `m[t, p] += 1` writes each cell only once.
# mistake[zh-CN]: 重复的配对似乎只数了一次：`m[t, p] += 1` 对每个单元只写一次。
import torch


def confusion(targets, preds, num_classes):
    kept = targets != -100
    matrix = torch.zeros(num_classes, num_classes, dtype=torch.int64)
    matrix[targets[kept], preds[kept]] += 1
    return matrix
