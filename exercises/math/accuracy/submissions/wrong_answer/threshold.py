# caught-by: counts_right_predictions
# mistake: You seem to ask whether the logit of the right class is large, not whether it is the largest.
# mistake[zh-CN]: 你似乎只看正确类别的 logit 是否够大，而没有看它是否最大。
import torch


def accuracy(logits, targets, ignore_index=-100):
    counts = targets != ignore_index
    total = counts.sum().item()
    if total == 0:
        return 0.0
    right = (logits.gather(1, targets.clamp(min=0)[:, None])[:, 0] > 0) & counts
    return right.sum().item() / total
