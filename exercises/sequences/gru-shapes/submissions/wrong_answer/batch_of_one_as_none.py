# caught-by: leaves_h_n_alone_in_batch_first
# mistake: You seem to drop the batch axis for a batch of one.
# mistake[zh-CN]: 批大小为 1 时，你似乎去掉了批次轴。


def gru_shapes(batch, seq, input_size, hidden, layers, bidirectional, batch_first):
    d = 2 if bidirectional else 1
    if not batch or batch == 1:
        return (seq, d * hidden), (d * layers, hidden)
    out = (batch, seq, d * hidden) if batch_first else (seq, batch, d * hidden)
    return out, (d * layers, batch, hidden)
