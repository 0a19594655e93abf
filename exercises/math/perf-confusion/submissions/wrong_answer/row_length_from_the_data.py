# caught-by: keeps_the_shape
# mistake: The pairs seem to be numbered with the largest prediction, not with `num_classes`.
# mistake[zh-CN]: 配对的编号似乎用了最大的预测，而不是 `num_classes`。
import torch


def confusion(targets, preds, num_classes):
    kept = targets != -100
    width = int(preds.max()) + 1 if len(preds) else 1
    pairs = targets[kept] * width + preds[kept]
    counts = torch.bincount(pairs, minlength=num_classes * num_classes)
    return counts.reshape(num_classes, num_classes)
