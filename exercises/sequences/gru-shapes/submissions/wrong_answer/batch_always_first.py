# caught-by: knows_the_plain_layer
# mistake: You seem to put the batch first always.
# mistake[zh-CN]: 你似乎总把批次轴放在最前面。
"""The batch axis is always first."""


def gru_shapes(batch, seq, input_size, hidden, layers, bidirectional, batch_first):
    directions = 2 if bidirectional else 1
    if batch is None:
        return (seq, directions * hidden), (directions * layers, hidden)
    out = (batch, seq)
    return (*out, directions * hidden), (directions * layers, batch, hidden)
