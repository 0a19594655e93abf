# caught-by: gives_0_without_valid_steps
# mistake: A row without a valid step should give 0.
# mistake[zh-CN]: 没有有效步的行应得到 0。
import torch


def masked_mean(x, mask):
    kept = torch.where(mask.unsqueeze(-1), x, 0.0)
    mean = kept.sum(dim=1) / mask.sum(dim=1, keepdim=True).clamp(min=1)
    return torch.where(mask.any(dim=1, keepdim=True), mean, x.mean(dim=1))
