"""Lists with a hole, from which None is dropped."""


def gru_shapes(batch, seq, input_size, hidden, layers, bidirectional, batch_first):
    d = 1 + bidirectional
    out = [seq, batch, d * hidden]
    if batch_first:
        out[0], out[1] = out[1], out[0]
    h_n = [d * layers, batch, hidden]
    return tuple(tuple(size for size in shape if size is not None) for shape in (out, h_n))
