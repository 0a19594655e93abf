# caught-by: leaves_the_arguments_alone
# mistake: The -100 seem to be replaced in the tensor of the caller.
# mistake[zh-CN]: 似乎在调用者的张量里替换了 -100。
import torch


def confusion(targets, preds, num_classes):
    kept = targets != -100
    pairs = targets[kept] * num_classes + preds[kept]
    targets[~kept] = 0
    counts = torch.bincount(pairs, minlength=num_classes * num_classes)
    return counts.reshape(num_classes, num_classes)
