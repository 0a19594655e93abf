# caught-by: counts_directions
# mistake: You seem to double the features of `h_n` instead of the number of its entries.
# mistake[zh-CN]: 你似乎把 `h_n` 的特征数翻了倍，该翻倍的是它的项数。
"""h_n joins the directions as out does."""


def gru_shapes(batch, seq, input_size, hidden, layers, bidirectional, batch_first):
    directions = 2 if bidirectional else 1
    if batch is None:
        return (seq, directions * hidden), (layers, directions * hidden)
    out = (batch, seq) if batch_first else (seq, batch)
    return (*out, directions * hidden), (layers, batch, directions * hidden)
