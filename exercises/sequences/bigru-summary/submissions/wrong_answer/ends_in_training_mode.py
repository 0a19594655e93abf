# caught-by: leaves_the_arguments_alone
# mistake: The GRU seems to be in training mode after the call.
# mistake[zh-CN]: 调用之后 GRU 似乎处于训练模式。
import torch


def sentence_vector(gru, x):
    gru.flatten_parameters()
    gru.train()
    h = gru(x)[1]
    return torch.cat([h[-2], h[-1]], -1) if gru.bidirectional else h[-1]
