import torch


def masked_mean(x, mask):
    weights = mask.to(x.dtype)[:, :, None]
    total = torch.where(mask[:, :, None], x, torch.zeros_like(x)).sum(1)
    count = weights.sum(1)
    return torch.where(count > 0, total / torch.where(count > 0, count, 1), 0)
