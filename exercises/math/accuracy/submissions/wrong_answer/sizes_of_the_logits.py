# caught-by: counts_right_predictions
# mistake: You seem to compare the sizes of the logits, without their signs.
# mistake[zh-CN]: 你似乎在比较 logit 的绝对值，忽略了符号。


def accuracy(logits, targets, ignore_index=-100):
    keep = targets != ignore_index
    if not keep.any():
        return 0.0
    return (logits[keep].abs().argmax(1) == targets[keep]).float().mean().item()
