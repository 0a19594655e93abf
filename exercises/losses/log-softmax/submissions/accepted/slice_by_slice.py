import torch


def log_softmax(x, dim):
    parts = torch.unbind(x, dim)
    top = torch.stack(parts).max(0).values.detach()
    total = sum(torch.exp(part - top) for part in parts)
    return torch.stack([(part - top) - torch.log(total) for part in parts], dim)
