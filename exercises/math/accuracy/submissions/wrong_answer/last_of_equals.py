# caught-by: takes_the_first_of_equals
# mistake: Of equal logits you seem to take the last.
# mistake[zh-CN]: logit 相等时你似乎取了最后一个。
import torch


def accuracy(logits, targets, ignore_index=-100):
    counts = targets != ignore_index
    total = counts.sum().item()
    if total == 0:
        return 0.0
    right = ((logits.shape[1] - 1 - logits.flip(1).argmax(dim=1)) == targets) & counts
    return right.sum().item() / total
