import torch


def masked_mean(x, mask):
    clean = torch.where(mask.unsqueeze(2), x, torch.zeros((), dtype=x.dtype, device=x.device))
    count = torch.maximum(mask.sum(1), torch.ones((), dtype=torch.long, device=x.device))
    return torch.einsum("ntd->nd", clean) / count[:, None]
