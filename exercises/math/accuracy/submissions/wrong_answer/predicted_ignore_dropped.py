# caught-by: leaves_ignored_samples_out
# mistake: You seem to ignore samples whose prediction is `ignore_index`.
# mistake[zh-CN]: 你似乎忽略了预测为 `ignore_index` 的样本。
import torch


def accuracy(logits, targets, ignore_index=-100):
    counts = targets != ignore_index
    counts = counts & (logits.argmax(dim=1) != ignore_index)
    total = counts.sum().item()
    if total == 0:
        return 0.0
    right = (logits.argmax(dim=1) == targets) & counts
    return right.sum().item() / total
