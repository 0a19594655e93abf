# caught-by: averages_the_valid_steps
# mistake: You seem to divide by T, not by the number of valid steps.
# mistake[zh-CN]: 你似乎除以了 T，而不是有效步的个数。
import torch


def masked_mean(x, mask):
    kept = torch.where(mask.unsqueeze(-1), x, 0.0)
    return kept.mean(dim=1)
