# caught-by: predicts_the_next_token
# mistake: You seem to shift along the batch instead of along time.
# mistake[zh-CN]: 你似乎沿批次轴错位，而不是沿时间轴。
import torch
import torch.nn.functional as F


def causal_lm_loss(logits, labels):
    predictions = logits[:-1] if len(logits) > 1 else logits
    targets = labels[1:] if len(labels) > 1 else labels
    return F.cross_entropy(predictions.flatten(0, 1), targets.flatten())
