# caught-by: knows_the_plain_layer
# mistake: Your `h_n` seems to have no axis for the layers.
# mistake[zh-CN]: 你的 `h_n` 似乎没有层的轴。
"""One layer has a plain state."""


def gru_shapes(batch, seq, input_size, hidden, layers, bidirectional, batch_first):
    directions = 2 if bidirectional else 1
    if batch is None:
        return (seq, directions * hidden), (directions * layers, hidden)
    out = (batch, seq) if batch_first else (seq, batch)
    h_n = (batch, hidden) if directions * layers == 1 else (directions * layers, batch, hidden)
    return (*out, directions * hidden), h_n
