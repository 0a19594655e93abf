"""A real layer, on zeros."""

import torch
from torch import nn


def gru_shapes(batch, seq, input_size, hidden, layers, bidirectional, batch_first):
    layer = nn.GRU(input_size, hidden, layers, bidirectional=bidirectional, batch_first=batch_first)
    if batch is None:
        x = torch.zeros(seq, input_size)
    elif batch_first:
        x = torch.zeros(batch, seq, input_size)
    else:
        x = torch.zeros(seq, batch, input_size)
    out, h_n = layer(x)
    return tuple(out.shape), tuple(h_n.shape)
