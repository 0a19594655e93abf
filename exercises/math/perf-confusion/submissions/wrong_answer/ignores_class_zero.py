# caught-by: counts_pairs
# mistake: Class 0 seems to be ignored, too.
# mistake[zh-CN]: 类别 0 似乎也被忽略了。
import torch


def confusion(targets, preds, num_classes):
    kept = targets > 0
    pairs = targets[kept] * num_classes + preds[kept]
    counts = torch.bincount(pairs, minlength=num_classes * num_classes)
    return counts.reshape(num_classes, num_classes)
