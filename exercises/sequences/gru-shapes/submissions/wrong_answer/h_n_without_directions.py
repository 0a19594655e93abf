# caught-by: counts_directions
# mistake: Your `h_n` seems to ignore the second direction.
# mistake[zh-CN]: 你的 `h_n` 似乎没有考虑第二个方向。
"""No directions in h_n."""


def gru_shapes(batch, seq, input_size, hidden, layers, bidirectional, batch_first):
    directions = 2 if bidirectional else 1
    if batch is None:
        return (seq, directions * hidden), (layers, hidden)
    out = (batch, seq) if batch_first else (seq, batch)
    return (*out, directions * hidden), (layers, batch, hidden)
