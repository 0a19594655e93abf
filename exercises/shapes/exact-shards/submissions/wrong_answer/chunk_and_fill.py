# caught-by: deals_out_the_rest
# mistake: You seem to fill up what `torch.chunk` returns with empty parts; the sizes then differ by more than 1.
# mistake[zh-CN]: 你似乎用空的部分补齐 `torch.chunk` 的结果，大小就相差不止 1 了。
"""chunk, then empty parts."""

import torch


def shards(x, n, dim=0):
    parts = list(torch.chunk(x, n, dim))
    while len(parts) < n:
        parts.append(x.narrow(dim, x.shape[dim], 0))
    return parts
