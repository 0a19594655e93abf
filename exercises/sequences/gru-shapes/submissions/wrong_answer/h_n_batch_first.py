# caught-by: leaves_h_n_alone_in_batch_first
# mistake: You seem to put the batch first in `h_n` too.
# mistake[zh-CN]: 你似乎把 `h_n` 的批次轴也放到了最前面。
"""h_n follows batch_first."""


def gru_shapes(batch, seq, input_size, hidden, layers, bidirectional, batch_first):
    directions = 2 if bidirectional else 1
    if batch is None:
        return (seq, directions * hidden), (directions * layers, hidden)
    out = (batch, seq) if batch_first else (seq, batch)
    h_n = (batch, directions * layers) if batch_first else (directions * layers, batch)
    return (*out, directions * hidden), (*h_n, hidden)
