# caught-by: knows_the_plain_layer
# mistake: You seem to return `h_n` first.
# mistake[zh-CN]: 你似乎先返回了 `h_n`。
"""The two in the other order."""


def gru_shapes(batch, seq, input_size, hidden, layers, bidirectional, batch_first):
    directions = 2 if bidirectional else 1
    if batch is None:
        return (seq, directions * hidden), (directions * layers, hidden)
    out = (batch, seq) if batch_first else (seq, batch)
    return (directions * layers, batch, hidden), (*out, directions * hidden)
