# caught-by: predicts_the_next_token
# mistake: You seem to reshape to (B, V, T-1), which mixes the numbers, where the axes should be swapped.
# mistake[zh-CN]: 你似乎用 reshape 得到 (B, V, T-1)，把数值弄乱了；应当交换轴。
import torch
import torch.nn.functional as F


def causal_lm_loss(logits, labels):
    predictions = logits[:, :-1]
    targets = labels[:, 1:]
    B, T, V = predictions.shape
    return F.cross_entropy(predictions.reshape(B, V, T), targets)
