# caught-by: ignores_samples
# mistake: Targets of -100 do not seem to be removed.
# mistake[zh-CN]: 目标为 -100 的样本似乎没有去掉。
import torch


def confusion(targets, preds, num_classes):
    kept = targets != -1
    pairs = targets[kept] * num_classes + preds[kept]
    pairs = pairs % (num_classes * num_classes)
    counts = torch.bincount(pairs, minlength=num_classes * num_classes)
    return counts.reshape(num_classes, num_classes)
