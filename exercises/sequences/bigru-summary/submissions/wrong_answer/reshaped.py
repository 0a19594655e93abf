# caught-by: joins_both_directions
# mistake: You seem to reshape `h_n` without moving the batch axis first.
# mistake[zh-CN]: 你似乎没有先移动批维度就对 `h_n` 做了 reshape。
import torch


def sentence_vector(gru, x):
    _, h_n = gru(x)
    if gru.bidirectional:
        return h_n[-2:].reshape(len(x), -1)
    return h_n[-1]
