# caught-by: takes_the_last_layer
# mistake: You seem to take the first layer's states.
# mistake[zh-CN]: 你似乎取了第一层的状态。
import torch


def sentence_vector(gru, x):
    _, h_n = gru(x)
    if gru.bidirectional:
        return torch.cat([h_n[0], h_n[1]], dim=1)
    return h_n[-1]
