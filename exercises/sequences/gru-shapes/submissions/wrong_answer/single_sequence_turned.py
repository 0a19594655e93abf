# caught-by: takes_a_single_sequence
# mistake: Without a batch, `batch_first` seems to turn your axes.
# mistake[zh-CN]: 没有批次时，`batch_first` 似乎仍调换了你的轴。
"""batch_first turns the two axes of out."""


def gru_shapes(batch, seq, input_size, hidden, layers, bidirectional, batch_first):
    directions = 2 if bidirectional else 1
    if batch is None:
        out = (seq, directions * hidden)
        return out[::-1] if batch_first else out, (directions * layers, hidden)
    out = (batch, seq) if batch_first else (seq, batch)
    return (*out, directions * hidden), (directions * layers, batch, hidden)
