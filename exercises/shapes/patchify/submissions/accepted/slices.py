"""Patch by patch."""

import torch


def patchify(x, p):
    h, w = x.shape[2], x.shape[3]
    if h % p != 0 or w % p != 0:
        raise ValueError
    patches = []
    for top in range(0, h, p):
        for left in range(0, w, p):
            patches.append(x[:, :, top : top + p, left : left + p].reshape(len(x), -1))
    return torch.stack(patches, 1)
