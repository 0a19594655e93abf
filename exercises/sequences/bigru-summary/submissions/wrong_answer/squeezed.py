# caught-by: keeps_axes_of_size_one
# mistake: Axes of size 1 seem to get lost.
# mistake[zh-CN]: 大小为 1 的轴似乎丢失了。
import torch


def sentence_vector(gru, x):
    _, h_n = gru(x)
    if gru.bidirectional:
        return torch.cat([h_n[-2], h_n[-1]], dim=1).squeeze()
    return h_n[-1].squeeze()
