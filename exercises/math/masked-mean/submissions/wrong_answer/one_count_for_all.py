# caught-by: averages_the_valid_steps
# mistake: You seem to divide all rows by the same number.
# mistake[zh-CN]: 你似乎用同一个数去除所有的行。
import torch


def masked_mean(x, mask):
    kept = torch.where(mask.unsqueeze(-1), x, 0.0)
    return kept.sum(dim=1) / (mask.sum() / len(mask)).clamp(min=1)
