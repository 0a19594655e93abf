# caught-by: predicts_the_next_token
# mistake: You seem to flatten before you shift, so that a row's end predicts the next row's beginning.
# mistake[zh-CN]: 你似乎先展平再错位，于是一行的末尾在预测下一行的开头。
import torch
import torch.nn.functional as F


def causal_lm_loss(logits, labels):
    predictions = logits.flatten(0, 1)[None, :-1]
    targets = labels.flatten()[None, 1:]
    return F.cross_entropy(predictions.flatten(0, 1), targets.flatten())
