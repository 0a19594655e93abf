# caught-by: counts_repeats
# mistake: `scatter_` writes, it does not add: that is `scatter_add_`.
# mistake[zh-CN]: `scatter_` 是写入而不是累加：累加要用 `scatter_add_`。
import torch


def confusion(targets, preds, num_classes):
    kept = targets != -100
    pairs = targets[kept] * num_classes + preds[kept]
    counts = torch.zeros(num_classes * num_classes, dtype=torch.int64).scatter_(0, pairs, 1)
    return counts.reshape(num_classes, num_classes)
