# caught-by: deals_out_the_rest
# mistake: You seem to put the whole rest into the last part.
# mistake[zh-CN]: 你似乎把余数全放进了最后一份。
"""The last part takes the rest."""


def shards(x, n, dim=0):
    size = x.shape[dim]
    small = size // n
    return [x.narrow(dim, i * small, small if i < n - 1 else size - i * small) for i in range(n)]
