# caught-by: leaves_the_arguments_alone
# mistake: You seem to change the caller's `logits`.
# mistake[zh-CN]: 你似乎改写了调用者的 `logits`。
import torch
import torch.nn.functional as F


def causal_lm_loss(logits, labels):
    logits.data.sub_(logits.data.amax(-1, keepdim=True))
    predictions = logits[:, :-1]
    targets = labels[:, 1:]
    return F.cross_entropy(predictions.flatten(0, 1), targets.flatten())
