# caught-by: deals_out_the_rest
# mistake: You seem to make one more part for the rest.
# mistake[zh-CN]: 你似乎为余数多切了一份。
"""The rest is a part of its own."""


def shards(x, n, dim=0):
    size = x.shape[dim]
    small = size // n
    parts = [x.narrow(dim, i * small, small) for i in range(n)]
    if size % n:
        parts.append(x.narrow(dim, n * small, size % n))
    return parts
