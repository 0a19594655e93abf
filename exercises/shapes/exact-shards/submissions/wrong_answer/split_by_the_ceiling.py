# caught-by: returns_exactly_n
# mistake: You seem to give every part the size rounded up, and so run out of elements.
# mistake[zh-CN]: 你似乎让每份都取向上取整的大小，于是元素不够分。
"""split(ceil(size / n))."""

import math

import torch


def shards(x, n, dim=0):
    return torch.split(x, max(math.ceil(x.shape[dim] / n), 1), dim)
