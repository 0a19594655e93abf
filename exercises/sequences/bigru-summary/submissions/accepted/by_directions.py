import torch


def sentence_vector(gru, x):
    h_n = gru(x)[1]
    return torch.hstack(tuple(h_n[-2:] if gru.bidirectional else h_n[-1:]))
