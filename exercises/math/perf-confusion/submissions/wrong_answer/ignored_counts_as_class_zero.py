# caught-by: ignores_samples
# mistake: Ignored samples seem to count as class 0.
# mistake[zh-CN]: 被忽略的样本似乎算作类别 0。
import torch


def confusion(targets, preds, num_classes):
    pairs = targets.clamp(min=0) * num_classes + preds
    counts = torch.bincount(pairs, minlength=num_classes * num_classes)
    return counts.reshape(num_classes, num_classes)
