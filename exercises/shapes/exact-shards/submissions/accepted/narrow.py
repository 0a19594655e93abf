"""Part by part."""


def shards(x, n, dim=0):
    size, parts, start = x.size(dim), [], 0
    for i in range(n):
        length = size // n + (1 if i < size % n else 0)
        parts.append(x.narrow(dim, start, length))
        start += length
    return parts
