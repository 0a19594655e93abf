# caught-by: returns_views
# mistake: Your parts seem to be copies.
# mistake[zh-CN]: 你的各份似乎是副本。
"""clone."""

import torch


def shards(x, n, dim=0):
    return [part.clone() for part in torch.tensor_split(x, n, dim)]
