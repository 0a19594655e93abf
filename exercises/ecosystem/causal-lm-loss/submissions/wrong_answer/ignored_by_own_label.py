# caught-by: leaves_out_ignored
# mistake: You seem to leave a prediction out when its own position is -100, not its target.
# mistake[zh-CN]: 你似乎在预测位置自身为 -100 时就忽略它，而应看目标是否为 -100。
import torch
import torch.nn.functional as F


def causal_lm_loss(logits, labels):
    predictions = logits[:, :-1]
    targets = labels[:, 1:]
    targets = targets.masked_fill(labels[:, :-1] == -100, -100)
    return F.cross_entropy(predictions.flatten(0, 1), targets.flatten())
