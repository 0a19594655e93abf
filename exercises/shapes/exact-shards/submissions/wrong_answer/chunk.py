# caught-by: returns_exactly_n
# mistake: You seem to use `torch.chunk`, which may return fewer parts than asked for.
# mistake[zh-CN]: 你似乎用了 `torch.chunk`，它返回的份数可能比要求的少。
"""torch.chunk."""

import torch


def shards(x, n, dim=0):
    return torch.chunk(x, n, dim)
