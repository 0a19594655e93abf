# caught-by: takes_no_samples
# mistake: The call seems to fail if there is no sample.
# mistake[zh-CN]: 没有样本时调用似乎会失败。
import torch


def confusion(targets, preds, num_classes):
    kept = targets != -100
    pairs = targets[kept] * num_classes + preds[kept]
    assert pairs.max() < num_classes * num_classes
    counts = torch.bincount(pairs, minlength=num_classes * num_classes)
    return counts.reshape(num_classes, num_classes)
