# caught-by: leaves_h_n_alone_in_batch_first
# mistake: You seem to ignore `batch_first`.
# mistake[zh-CN]: 你似乎没有用到 `batch_first`。
"""The time axis is always first."""


def gru_shapes(batch, seq, input_size, hidden, layers, bidirectional, batch_first):
    directions = 2 if bidirectional else 1
    if batch is None:
        return (seq, directions * hidden), (directions * layers, hidden)
    out = (seq, batch)
    return (*out, directions * hidden), (directions * layers, batch, hidden)
