# caught-by: returns_tuples_of_ints
# mistake: You seem to return lists.
# mistake[zh-CN]: 你返回的似乎是列表。
"""Lists."""


def gru_shapes(batch, seq, input_size, hidden, layers, bidirectional, batch_first):
    directions = 2 if bidirectional else 1
    if batch is None:
        return [seq, directions * hidden], [directions * layers, hidden]
    out = (batch, seq) if batch_first else (seq, batch)
    return [*out, directions * hidden], [directions * layers, batch, hidden]
