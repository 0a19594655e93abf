# caught-by: keeps_the_shape
# mistake: `bincount` without `minlength` ends at the largest pair that occurs.
# mistake[zh-CN]: 不写 `minlength` 时，`bincount` 只到出现过的最大配对。
import torch


def confusion(targets, preds, num_classes):
    kept = targets != -100
    pairs = targets[kept] * num_classes + preds[kept]
    counts = torch.bincount(pairs)
    return counts.reshape(num_classes, num_classes)
