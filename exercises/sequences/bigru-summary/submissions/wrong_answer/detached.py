# caught-by: differentiates
# mistake: No gradient seems to arrive.
# mistake[zh-CN]: 梯度似乎没有传到。
import torch


def sentence_vector(gru, x):
    h_n = gru(x)[1].detach()
    if gru.bidirectional:
        return torch.cat([h_n[-2], h_n[-1]], dim=1)
    return h_n[-1]
