# caught-by: takes_few_operations
# mistake: There seems to be a loop over the cells of the matrix.
# mistake[zh-CN]: 似乎在逐单元循环。
import torch


def confusion(targets, preds, num_classes):
    kept = targets != -100
    matrix = torch.zeros(num_classes, num_classes, dtype=torch.int64)
    for t in range(num_classes):
        for p in range(num_classes):
            matrix[t, p] = ((targets == t) & (preds == p)).sum()
    return matrix
