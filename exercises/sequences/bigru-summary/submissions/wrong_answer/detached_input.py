# caught-by: differentiates
# mistake: No gradient seems to reach `x`.
# mistake[zh-CN]: 梯度似乎传不到 `x`。
import torch


def sentence_vector(gru, x):
    _, h_n = gru(x.detach())
    if gru.bidirectional:
        return torch.cat([h_n[-2], h_n[-1]], dim=1)
    return h_n[-1]
