# caught-by: splits
# mistake: Your result seems to have the head axis before the batch axis.
# mistake[zh-CN]: 你的结果里，头的轴似乎在批次轴之前。
"""(n, B, L, d)."""

import torch


def split_heads(x, n):
    d = x.shape[-1] // n
    if n * d != x.shape[-1]:
        raise ValueError
    return torch.stack(x.split(d, dim=-1))


def merge_heads(y):
    return torch.cat(y.unbind(dim=1), dim=-1)
