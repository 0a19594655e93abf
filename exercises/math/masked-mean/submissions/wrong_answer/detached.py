# caught-by: differentiates
# mistake: No gradient reaches x.
# mistake[zh-CN]: 梯度没有传到 x。
import torch


def masked_mean(x, mask):
    kept = torch.where(mask.unsqueeze(-1), x, 0.0)
    return kept.detach().sum(dim=1) / mask.sum(dim=1, keepdim=True).clamp(min=1)
