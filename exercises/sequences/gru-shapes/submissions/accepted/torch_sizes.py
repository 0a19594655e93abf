"""torch.Size objects of a layer that is never batch first."""

import torch


def gru_shapes(batch, seq, input_size, hidden, layers, bidirectional, batch_first):
    gru = torch.nn.GRU(input_size, hidden, layers, bidirectional=bidirectional)
    shape = (seq, input_size) if batch is None else (seq, batch, input_size)
    out, h_n = gru(torch.randn(shape))
    if batch_first and batch is not None:
        out = out.transpose(0, 1)
    return out.shape, h_n.shape
