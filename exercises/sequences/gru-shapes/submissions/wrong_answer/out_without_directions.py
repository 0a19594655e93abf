# caught-by: counts_directions
# mistake: Your `out` seems to ignore the second direction.
# mistake[zh-CN]: 你的 `out` 似乎没有考虑第二个方向。
"""out has hidden features always."""


def gru_shapes(batch, seq, input_size, hidden, layers, bidirectional, batch_first):
    directions = 2 if bidirectional else 1
    if batch is None:
        return (seq, hidden), (directions * layers, hidden)
    out = (batch, seq) if batch_first else (seq, batch)
    return (*out, hidden), (directions * layers, batch, hidden)
