# caught-by: predicts_the_next_token
# mistake: Your last position seems to predict the first token.
# mistake[zh-CN]: 你的最后一个位置似乎在预测第一个 token。
import torch
import torch.nn.functional as F


def causal_lm_loss(logits, labels):
    predictions = logits
    targets = labels.roll(-1, dims=1)
    return F.cross_entropy(predictions.flatten(0, 1), targets.flatten())
