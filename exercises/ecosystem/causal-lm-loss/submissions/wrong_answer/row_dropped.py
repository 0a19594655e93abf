# caught-by: leaves_out_ignored
# mistake: You seem to drop whole rows that contain -100.
# mistake[zh-CN]: 你似乎丢掉了含有 -100 的整行。
import torch
import torch.nn.functional as F


def causal_lm_loss(logits, labels):
    predictions = logits[:, :-1]
    targets = labels[:, 1:]
    keep = (targets != -100).all(dim=1)
    if keep.any():
        predictions, targets = predictions[keep], targets[keep]
    return F.cross_entropy(predictions.flatten(0, 1), targets.flatten())
