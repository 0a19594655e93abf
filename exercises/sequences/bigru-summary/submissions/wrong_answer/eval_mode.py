# caught-by: leaves_the_arguments_alone
# mistake: You seem to switch the GRU to another mode.
# mistake[zh-CN]: 你似乎改变了 GRU 的模式。
import torch


def sentence_vector(gru, x):
    gru.eval()
    _, h_n = gru(x)
    if gru.bidirectional:
        return torch.cat([h_n[-2], h_n[-1]], dim=1)
    return h_n[-1]
