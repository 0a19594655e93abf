import torch


def masked_mean(x, mask):
    weights = mask.to(x.dtype)
    weights = weights / weights.sum(dim=1, keepdim=True).clamp_min(1)
    clean = torch.where(mask[..., None], x, 0.0)
    return torch.bmm(weights.unsqueeze(1), clean).squeeze(1)
