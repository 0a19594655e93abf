# caught-by: takes_few_operations
# mistake: There seems to be a loop over the classes.
# mistake[zh-CN]: 似乎在逐类别循环。
import torch


def confusion(targets, preds, num_classes):
    kept = targets != -100
    matrix = torch.zeros(num_classes, num_classes, dtype=torch.int64)
    for target in range(num_classes):
        of_class = preds[kept][targets[kept] == target]
        matrix[target] = torch.bincount(of_class, minlength=num_classes)
    return matrix
