# caught-by: keeps_classes_last
# mistake: Where B equals V, you seem to take the batch for the classes.
# mistake[zh-CN]: B 等于 V 时，你似乎把批次轴当作了类别轴。
import torch
import torch.nn.functional as F


def causal_lm_loss(logits, labels):
    predictions = logits[:, :-1]
    targets = labels[:, 1:]
    if logits.shape[0] == logits.shape[2]:
        predictions = predictions.transpose(0, 2)
    return F.cross_entropy(predictions.flatten(0, 1), targets.flatten())
