"""The first part, rounded up, and the shards of what remains."""


def shards(x, n, dim=0):
    if n == 1:
        return [x]
    size = x.shape[dim]
    first = -(-size // n)
    return [x.narrow(dim, 0, first), *shards(x.narrow(dim, first, size - first), n - 1, dim)]
