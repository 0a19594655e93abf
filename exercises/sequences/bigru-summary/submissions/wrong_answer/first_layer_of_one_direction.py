# caught-by: falls_back_to_one_direction
# mistake: You seem to take the first layer of a unidirectional GRU.
# mistake[zh-CN]: 对单向 GRU，你似乎取了第一层。
import torch


def sentence_vector(gru, x):
    _, h_n = gru(x)
    if gru.bidirectional:
        return torch.cat([h_n[-2], h_n[-1]], dim=1)
    return h_n[0]
