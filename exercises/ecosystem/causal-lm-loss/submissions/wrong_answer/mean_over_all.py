# caught-by: leaves_out_ignored
# mistake: You seem to divide by the number of all predictions, ignored ones included.
# mistake[zh-CN]: 你似乎除以了全部预测的个数，被忽略的也算在内。
import torch
import torch.nn.functional as F


def causal_lm_loss(logits, labels):
    predictions = logits[:, :-1]
    targets = labels[:, 1:]
    loss = F.cross_entropy(predictions.flatten(0, 1), targets.flatten(), reduction="none")
    return loss.mean()
