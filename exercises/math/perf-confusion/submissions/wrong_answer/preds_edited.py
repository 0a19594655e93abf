# caught-by: leaves_the_arguments_alone
# mistake: The predictions of the caller seem to be changed.
# mistake[zh-CN]: 调用者的预测似乎被修改了。
import torch


def confusion(targets, preds, num_classes):
    kept = targets != -100
    pairs = targets[kept] * num_classes + preds[kept]
    preds.masked_fill_(~kept, -1)
    counts = torch.bincount(pairs, minlength=num_classes * num_classes)
    return counts.reshape(num_classes, num_classes)
