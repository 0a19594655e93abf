# caught-by: keeps_the_shape
# mistake: `minlength` seems to be the number of classes instead of that of pairs.
# mistake[zh-CN]: `minlength` 似乎是类别数，而不是配对数。
import torch


def confusion(targets, preds, num_classes):
    kept = targets != -100
    pairs = targets[kept] * num_classes + preds[kept]
    counts = torch.bincount(pairs, minlength=num_classes)
    return counts.reshape(num_classes, num_classes)
