# caught-by: honours_dim
# mistake: A negative `dim` seems not to work.
# mistake[zh-CN]: `dim` 为负时似乎不起作用。
"""No dimension equals -1."""


def shards(x, n, dim=0):
    small, rest = divmod(x.shape[dim], n)
    parts, start = [], 0
    for i in range(n):
        stop = start + small + (i < rest)
        parts.append(x[tuple(slice(start, stop) if axis == dim else slice(None) for axis in range(x.ndim))])
        start = stop
    return parts
