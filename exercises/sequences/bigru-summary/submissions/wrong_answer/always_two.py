# caught-by: falls_back_to_one_direction
# mistake: You seem to join two states for a unidirectional GRU too.
# mistake[zh-CN]: 对单向 GRU，你似乎也拼接了两个状态。
import torch


def sentence_vector(gru, x):
    _, h_n = gru(x)
    if len(h_n) > 1:
        return torch.cat([h_n[-2], h_n[-1]], dim=1)
    return h_n[-1]
