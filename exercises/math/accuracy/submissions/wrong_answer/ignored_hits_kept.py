# caught-by: leaves_ignored_samples_out
# mistake: Ignored samples seem to count among the right ones where `ignore_index` is a class.
# mistake[zh-CN]: `ignore_index` 是普通类别时，被忽略的样本似乎仍算进答对的数目。
import torch


def accuracy(logits, targets, ignore_index=-100):
    counts = targets != ignore_index
    total = counts.sum().item()
    if total == 0:
        return 0.0
    right = logits.argmax(dim=1) == targets
    return right.sum().item() / total
