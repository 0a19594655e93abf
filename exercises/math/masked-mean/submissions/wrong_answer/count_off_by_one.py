# caught-by: averages_the_valid_steps
# mistake: The number of valid steps is off by one.
# mistake[zh-CN]: 有效步的个数差了一。
import torch


def masked_mean(x, mask):
    kept = torch.where(mask.unsqueeze(-1), x, 0.0)
    return kept.sum(dim=1) / (mask.sum(dim=1, keepdim=True) + 1)
