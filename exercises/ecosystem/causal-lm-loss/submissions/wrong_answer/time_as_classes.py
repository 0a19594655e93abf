# caught-by: keeps_classes_last
# mistake: You seem to give `cross_entropy` time on the axis of the classes.
# mistake[zh-CN]: 你似乎让 `cross_entropy` 把时间轴当作了类别轴。
import torch
import torch.nn.functional as F


def causal_lm_loss(logits, labels):
    predictions = logits[:, :-1]
    targets = labels[:, 1:]
    if predictions.shape[1] == predictions.shape[2]:
        return F.cross_entropy(predictions, targets)
    return F.cross_entropy(predictions.flatten(0, 1), targets.flatten())
