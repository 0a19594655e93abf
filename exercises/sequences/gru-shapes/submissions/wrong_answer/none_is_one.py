# caught-by: takes_a_single_sequence
# mistake: Without a batch, you seem to keep an axis of size 1.
# mistake[zh-CN]: 没有批次时，你似乎仍留着一个大小为 1 的轴。
"""None counts as a batch of 1."""


def gru_shapes(batch, seq, input_size, hidden, layers, bidirectional, batch_first):
    directions = 2 if bidirectional else 1
    if batch is None:
        batch = 1
    out = (batch, seq) if batch_first else (seq, batch)
    return (*out, directions * hidden), (directions * layers, batch, hidden)
