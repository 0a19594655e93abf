# caught-by: counts_layers_in_h_n
# mistake: Your `out` seems to contain all layers.
# mistake[zh-CN]: 你的 `out` 似乎包含了所有层。
"""The layers are joined in out."""


def gru_shapes(batch, seq, input_size, hidden, layers, bidirectional, batch_first):
    directions = 2 if bidirectional else 1
    if batch is None:
        return (seq, directions * hidden), (directions * layers, hidden)
    out = (batch, seq) if batch_first else (seq, batch)
    return (*out, directions * hidden * layers), (directions * layers, batch, hidden)
