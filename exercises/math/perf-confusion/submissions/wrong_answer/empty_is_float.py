# caught-by: takes_no_samples
# mistake: Without samples the matrix seems to have another type.
# mistake[zh-CN]: 没有样本时，矩阵的类型似乎不同。
import torch


def confusion(targets, preds, num_classes):
    kept = targets != -100
    pairs = targets[kept] * num_classes + preds[kept]
    if len(pairs) == 0:
        return torch.zeros(num_classes, num_classes)
    counts = torch.bincount(pairs, minlength=num_classes * num_classes)
    return counts.reshape(num_classes, num_classes)
