"""Two neighbouring dimensions at a time."""

import functools


def join(x, dim):
    shape = list(x.shape)
    shape[dim : dim + 2] = [shape[dim] * shape[dim + 1]]
    return x.reshape(shape)


def flatten(x, start_dim=0, end_dim=-1):
    if x.ndim == 0:
        return x.unsqueeze(0)
    start, end = (dim if dim >= 0 else dim + x.ndim for dim in (start_dim, end_dim))
    if end < start:
        raise RuntimeError("start after end")
    return functools.reduce(lambda y, _: join(y, start), range(end - start), x)
