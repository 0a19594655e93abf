import itertools

import torch


def log_softmax(x, dim):
    rows = x.movedim(dim, -1)
    out = torch.zeros_like(rows)
    for place in itertools.product(*(range(size) for size in rows.shape[:-1])):
        out[place] = rows[place] - rows[place].logsumexp(0)
    return out.movedim(-1, dim)
