# caught-by: joins_both_directions
# mistake: The directions seem to be interleaved.
# mistake[zh-CN]: 两个方向的值似乎交错排列了。
import torch


def sentence_vector(gru, x):
    _, h_n = gru(x)
    if gru.bidirectional:
        return torch.stack([h_n[-2], h_n[-1]], dim=2).flatten(1)
    return h_n[-1]
