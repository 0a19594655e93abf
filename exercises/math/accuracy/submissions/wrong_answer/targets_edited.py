# caught-by: leaves_the_arguments_alone
# mistake: You seem to write into the caller's `targets`.
# mistake[zh-CN]: 你似乎改写了调用者的 `targets`。
import torch


def accuracy(logits, targets, ignore_index=-100):
    counts = targets != ignore_index
    total = counts.sum().item()
    if total == 0:
        return 0.0
    targets[~counts] = 0
    right = (logits.argmax(dim=1) == targets) & counts
    return right.sum().item() / total
