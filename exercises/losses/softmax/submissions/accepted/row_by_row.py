import itertools

import torch


def softmax(x, dim):
    rows = x.movedim(dim, -1)
    out = torch.empty_like(rows)
    for place in itertools.product(*(range(size) for size in rows.shape[:-1])):
        row = rows[place]
        e = torch.exp(row - max(row.tolist()))
        out[place] = e / sum(e)
    return out.movedim(-1, dim)
