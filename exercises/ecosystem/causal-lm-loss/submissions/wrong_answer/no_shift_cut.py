# caught-by: predicts_the_next_token
# mistake: You seem to compare each position with its own token, not with the next.
# mistake[zh-CN]: 你似乎让每个位置预测自己的 token，而不是下一个。
import torch
import torch.nn.functional as F


def causal_lm_loss(logits, labels):
    predictions = logits[:, :-1]
    targets = labels[:, :-1]
    return F.cross_entropy(predictions.flatten(0, 1), targets.flatten())
