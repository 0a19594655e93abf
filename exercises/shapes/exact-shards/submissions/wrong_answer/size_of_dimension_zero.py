# caught-by: honours_dim
# mistake: You seem to take the size from dimension 0, but to cut along `dim`.
# mistake[zh-CN]: 你似乎取了第 0 维的大小，却沿 `dim` 来切。
"""len(x) instead of x.shape[dim]."""


def shards(x, n, dim=0):
    small, rest = divmod(len(x), n)
    index = [slice(None)] * x.ndim
    parts, start = [], 0
    for i in range(n):
        index[dim] = slice(start, start + small + (i < rest))
        start = index[dim].stop
        parts.append(x[tuple(index)])
    return parts
