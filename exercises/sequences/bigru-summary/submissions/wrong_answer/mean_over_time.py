# caught-by: joins_both_directions
# mistake: You seem to average over the time.
# mistake[zh-CN]: 你似乎对时间求了平均。
import torch


def sentence_vector(gru, x):
    y, h_n = gru(x)
    if x.shape[1] > 1:
        return y.mean(1)
    if gru.bidirectional:
        return torch.cat([h_n[-2], h_n[-1]], dim=1)
    return h_n[-1]
