# caught-by: takes_few_operations
# mistake: The samples seem to be counted one at a time.
# mistake[zh-CN]: 样本似乎是一个一个数的。
import torch


def confusion(targets, preds, num_classes):
    kept = targets != -100
    matrix = torch.zeros(num_classes, num_classes, dtype=torch.int64)
    for target, pred in zip(targets[kept], preds[kept]):
        matrix[target, pred] += 1
    return matrix
