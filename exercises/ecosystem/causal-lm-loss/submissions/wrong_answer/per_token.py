# caught-by: predicts_the_next_token
# mistake: You seem to return one loss per token.
# mistake[zh-CN]: 你似乎对每个 token 返回了一个损失。
import torch
import torch.nn.functional as F


def causal_lm_loss(logits, labels):
    predictions = logits[:, :-1]
    targets = labels[:, 1:]
    return F.cross_entropy(predictions.flatten(0, 1), targets.flatten(), reduction="none")
