# caught-by: counts_repeats
# mistake: Correct predictions do not seem to be counted.
# mistake[zh-CN]: 预测正确的样本似乎没有计入。
import torch


def confusion(targets, preds, num_classes):
    kept = (targets != -100) & (targets != preds)
    pairs = targets[kept] * num_classes + preds[kept]
    counts = torch.bincount(pairs, minlength=num_classes * num_classes)
    return counts.reshape(num_classes, num_classes)
