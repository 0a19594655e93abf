"""view, and a contiguous copy only where it fails."""

import torch


def flatten(x, start_dim=0, end_dim=-1):
    if x.dim() == 0:
        return x.view(1)
    start = range(x.dim())[start_dim]
    end = range(x.dim())[end_dim]
    if start > end:
        raise IndexError
    shape = x.shape[:start] + torch.Size([x.shape[start : end + 1].numel()]) + x.shape[end + 1 :]
    try:
        return x.view(shape)
    except RuntimeError:
        return x.contiguous().view(shape)
