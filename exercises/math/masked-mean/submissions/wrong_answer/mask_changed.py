# caught-by: leaves_the_arguments_alone
# mistake: The caller's mask is changed.
# mistake[zh-CN]: 修改了调用者的掩码。
import torch


def masked_mean(x, mask):
    kept = torch.where(mask.unsqueeze(-1), x, 0.0)
    count = mask.sum(dim=1, keepdim=True).clamp(min=1)
    mask.logical_or_(~mask.any(dim=1, keepdim=True))
    return kept.sum(dim=1) / count
