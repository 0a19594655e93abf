# caught-by: deals_out_the_rest
# mistake: Your larger parts seem to come last.
# mistake[zh-CN]: 你的较大的份似乎排在后面。
"""The rest goes to the last parts."""

import torch


def shards(x, n, dim=0):
    small, rest = divmod(x.shape[dim], n)
    return torch.split(x, [small] * (n - rest) + [small + 1] * rest, dim)
