# caught-by: leaves_the_arguments_alone
# mistake: You seem to change `x`.
# mistake[zh-CN]: 你似乎修改了 `x`。
import torch


def sentence_vector(gru, x):
    _, h_n = gru(x)
    x.data.zero_()
    if gru.bidirectional:
        return torch.cat([h_n[-2], h_n[-1]], dim=1)
    return h_n[-1]
