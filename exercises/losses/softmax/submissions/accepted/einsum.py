import torch


def softmax(x, dim):
    y = torch.transpose(x, dim, -1)
    y = torch.exp(y - y.sort(dim=-1, descending=True).values[..., :1])
    total = torch.einsum("...i->...", y)
    return torch.einsum("...i,...->...i", y, total.reciprocal()).transpose(-1, dim)
