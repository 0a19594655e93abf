# caught-by: takes_a_single_sequence
# mistake: Without a batch, your `h_n` seems to keep an axis of size 1.
# mistake[zh-CN]: 没有批次时，你的 `h_n` 似乎仍留着一个大小为 1 的轴。
"""h_n keeps its batch axis."""


def gru_shapes(batch, seq, input_size, hidden, layers, bidirectional, batch_first):
    directions = 2 if bidirectional else 1
    if batch is None:
        return (seq, directions * hidden), (directions * layers, 1, hidden)
    out = (batch, seq) if batch_first else (seq, batch)
    return (*out, directions * hidden), (directions * layers, batch, hidden)
