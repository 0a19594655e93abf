# caught-by: joins_both_directions
# mistake: You seem to take the backward state at the last step.
# mistake[zh-CN]: 你似乎取了反向在最后一步的状态。
import torch


def sentence_vector(gru, x):
    return gru(x)[0][:, -1]
    if gru.bidirectional:
        return torch.cat([h_n[-2], h_n[-1]], dim=1)
    return h_n[-1]
