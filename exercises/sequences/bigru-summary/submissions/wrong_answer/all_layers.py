# caught-by: takes_the_last_layer
# mistake: You seem to join the states of all layers.
# mistake[zh-CN]: 你似乎拼接了所有层的状态。
import torch


def sentence_vector(gru, x):
    _, h_n = gru(x)
    if gru.bidirectional:
        return torch.cat(list(h_n), dim=1)
    return h_n[-1]
