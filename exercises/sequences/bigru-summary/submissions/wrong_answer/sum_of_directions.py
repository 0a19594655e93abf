# caught-by: joins_both_directions
# mistake: You seem to add the directions instead of joining them.
# mistake[zh-CN]: 你似乎把两个方向相加，而不是拼接。
import torch


def sentence_vector(gru, x):
    _, h_n = gru(x)
    if gru.bidirectional:
        return (h_n[-2] + h_n[-1]).repeat(1, 2)
    return h_n[-1]
