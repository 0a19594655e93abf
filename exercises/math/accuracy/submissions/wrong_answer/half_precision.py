# caught-by: counts_right_predictions
# mistake: You seem to round the logits before you compare them.
# mistake[zh-CN]: 你似乎在比较之前对 logit 做了舍入。


def accuracy(logits, targets, ignore_index=-100):
    keep = targets != ignore_index
    if not keep.any():
        return 0.0
    return (logits[keep].half().argmax(1) == targets[keep]).float().mean().item()
