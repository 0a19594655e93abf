"""einsum for the order of the axes."""

import torch


def split_heads(x, n):
    if x.shape[2] % n != 0:
        raise RuntimeError("n must divide D")
    return torch.einsum("blhd->bhld", x.reshape(*x.shape[:2], n, -1))


def merge_heads(y):
    return torch.einsum("bhld->blhd", y).flatten(-2)
