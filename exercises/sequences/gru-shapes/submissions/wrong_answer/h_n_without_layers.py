# caught-by: counts_layers_in_h_n
# mistake: Your `h_n` seems to have an entry for the last layer only.
# mistake[zh-CN]: 你的 `h_n` 似乎只有最后一层的那一项。
"""No layers in h_n."""


def gru_shapes(batch, seq, input_size, hidden, layers, bidirectional, batch_first):
    directions = 2 if bidirectional else 1
    if batch is None:
        return (seq, directions * hidden), (directions, hidden)
    out = (batch, seq) if batch_first else (seq, batch)
    return (*out, directions * hidden), (directions, batch, hidden)
