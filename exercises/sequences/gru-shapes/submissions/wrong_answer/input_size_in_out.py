# caught-by: knows_the_plain_layer
# mistake: The last size of your `out` seems to be `input_size`.
# mistake[zh-CN]: 你的 `out` 的最后一个大小似乎是 `input_size`。
"""out has as many features as the input."""


def gru_shapes(batch, seq, input_size, hidden, layers, bidirectional, batch_first):
    directions = 2 if bidirectional else 1
    if batch is None:
        return (seq, directions * hidden), (directions * layers, hidden)
    out = (batch, seq) if batch_first else (seq, batch)
    return (*out, directions * input_size), (directions * layers, batch, hidden)
