# caught-by: differentiates
# mistake: The gradient does not seem to reach `logits`.
# mistake[zh-CN]: 梯度似乎传不到 `logits`。
import torch
import torch.nn.functional as F


def causal_lm_loss(logits, labels):
    predictions = logits[:, :-1].detach()
    targets = labels[:, 1:]
    return F.cross_entropy(predictions.flatten(0, 1), targets.flatten())
