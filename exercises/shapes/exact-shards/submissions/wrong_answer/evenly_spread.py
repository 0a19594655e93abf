# caught-by: deals_out_the_rest
# mistake: Your larger parts seem to be spread among the others; they should come first.
# mistake[zh-CN]: 你的较大的份似乎散布在其他份之间，它们应当排在最前面。
"""Bounds at i * size // n."""


def shards(x, n, dim=0):
    size = x.shape[dim]
    bounds = [i * size // n for i in range(n + 1)]
    return [x.narrow(dim, a, b - a) for a, b in zip(bounds, bounds[1:])]
