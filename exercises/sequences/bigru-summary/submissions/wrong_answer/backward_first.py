# caught-by: joins_both_directions
# mistake: You seem to put the backward state first.
# mistake[zh-CN]: 你似乎把反向状态放在了前面。
import torch


def sentence_vector(gru, x):
    _, h_n = gru(x)
    if gru.bidirectional:
        return torch.cat([h_n[-1], h_n[-2]], dim=1)
    return h_n[-1]
