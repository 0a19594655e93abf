# caught-by: joins_both_directions
# mistake: You seem to join along the batch.
# mistake[zh-CN]: 你似乎沿批维度做了拼接。
import torch


def sentence_vector(gru, x):
    _, h_n = gru(x)
    if gru.bidirectional:
        return torch.cat([h_n[-2], h_n[-1]], dim=0)
    return h_n[-1]
