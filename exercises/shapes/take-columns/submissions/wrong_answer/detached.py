# caught-by: sends_gradients_back
# mistake: You seem to cut the graph.
# mistake[zh-CN]: 你似乎切断了计算图。
"""Without history."""

import torch


def take_columns(x, idx):
    return torch.index_select(x.detach(), 1, idx)
