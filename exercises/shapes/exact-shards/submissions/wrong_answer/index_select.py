# caught-by: returns_views
# mistake: Your parts seem to be copies, as an index made of a tensor gives them.
# mistake[zh-CN]: 你的各份似乎是副本，用张量做下标就会这样。
"""index_select copies."""

import torch


def shards(x, n, dim=0):
    index = torch.arange(x.shape[dim], device=x.device)
    return [x.index_select(dim, part) for part in index.tensor_split(n)]
