# caught-by: sends_the_gradient_back
# mistake: You seem to cut the graph with `.data` or `.detach()`.
# mistake[zh-CN]: 你似乎用 `.data` 或 `.detach()` 切断了计算图。
"""The values of x without their history."""

import torch


def append_ones(x):
    return torch.cat([x.detach(), x.new_ones(len(x), 1)], dim=1)
