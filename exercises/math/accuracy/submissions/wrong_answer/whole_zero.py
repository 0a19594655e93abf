# caught-by: gives_zero_without_samples
# mistake: You seem to return the int 0, not the float 0.0.
# mistake[zh-CN]: 你似乎返回了整数 0，而不是浮点数 0.0。
import torch


def accuracy(logits, targets, ignore_index=-100):
    counts = targets != ignore_index
    total = counts.sum().item()
    if total == 0:
        return 0
    right = (logits.argmax(dim=1) == targets) & counts
    return right.sum().item() / total
