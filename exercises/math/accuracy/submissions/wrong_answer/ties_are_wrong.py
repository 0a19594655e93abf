# caught-by: takes_the_first_of_equals
# mistake: You seem to count equal logits as wrong.
# mistake[zh-CN]: logit 相等时你似乎一律算错。
import torch


def accuracy(logits, targets, ignore_index=-100):
    counts = targets != ignore_index
    total = counts.sum().item()
    if total == 0:
        return 0.0
    top = logits.topk(2, dim=1).values
    right = (logits.argmax(dim=1) == targets) & counts & (top[:, 0] > top[:, 1])
    return right.sum().item() / total
