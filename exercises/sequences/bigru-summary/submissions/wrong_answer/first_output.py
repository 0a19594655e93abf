# caught-by: joins_both_directions
# mistake: You seem to take the forward state at the first step.
# mistake[zh-CN]: 你似乎取了正向在第一步的状态。
import torch


def sentence_vector(gru, x):
    y, h_n = gru(x)
    if gru.bidirectional:
        return y[:, 0]
    if gru.bidirectional:
        return torch.cat([h_n[-2], h_n[-1]], dim=1)
    return h_n[-1]
