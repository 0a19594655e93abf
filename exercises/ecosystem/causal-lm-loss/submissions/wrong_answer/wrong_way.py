# caught-by: predicts_the_next_token
# mistake: You seem to shift the wrong way: each position predicts the token before it.
# mistake[zh-CN]: 你似乎错位反了：每个位置预测的是前一个 token。
import torch
import torch.nn.functional as F


def causal_lm_loss(logits, labels):
    predictions = logits[:, 1:]
    targets = labels[:, :-1]
    return F.cross_entropy(predictions.flatten(0, 1), targets.flatten())
