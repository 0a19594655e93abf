import torch


def linear(x, weight, bias=None):
    if bias is None:
        bias = torch.zeros(len(weight), dtype=x.dtype, device=x.device)
    return torch.stack([(x * row).sum(dim=-1) + b for row, b in zip(weight, bias)], dim=-1)
