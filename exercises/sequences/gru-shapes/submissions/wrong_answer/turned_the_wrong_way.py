# caught-by: knows_the_plain_layer
# mistake: You seem to have turned the meaning of `batch_first` round.
# mistake[zh-CN]: 你似乎把 `batch_first` 的含义弄反了。
"""The wrong way round."""


def gru_shapes(batch, seq, input_size, hidden, layers, bidirectional, batch_first):
    directions = 2 if bidirectional else 1
    if batch is None:
        return (seq, directions * hidden), (directions * layers, hidden)
    out = (seq, batch) if batch_first else (batch, seq)
    return (*out, directions * hidden), (directions * layers, batch, hidden)
