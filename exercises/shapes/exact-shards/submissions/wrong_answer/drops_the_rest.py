# caught-by: deals_out_the_rest
# mistake: You seem to drop the rest of the division.
# mistake[zh-CN]: 你似乎丢掉了除法的余数。
"""n parts of size // n."""


def shards(x, n, dim=0):
    small = x.shape[dim] // n
    return [x.narrow(dim, i * small, small) for i in range(n)]
