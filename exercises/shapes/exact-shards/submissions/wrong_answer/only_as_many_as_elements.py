# caught-by: returns_exactly_n
# mistake: You seem to leave out empty parts.
# mistake[zh-CN]: 你似乎省略了空的部分。
"""No empty parts."""

import torch


def shards(x, n, dim=0):
    return [part for part in torch.tensor_split(x, n, dim) if part.shape[dim]]
