# caught-by: honours_dim
# mistake: You seem to ignore `dim`.
# mistake[zh-CN]: 你似乎没有用到 `dim`。
"""Always along dimension 0."""

import torch


def shards(x, n, dim=0):
    return torch.tensor_split(x, n)
