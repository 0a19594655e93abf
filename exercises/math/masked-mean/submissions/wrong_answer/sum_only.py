# caught-by: averages_the_valid_steps
# mistake: This is the sum of the valid steps: the division is missing.
# mistake[zh-CN]: 这是有效步之和：没有做除法。
import torch


def masked_mean(x, mask):
    kept = torch.where(mask.unsqueeze(-1), x, 0.0)
    return kept.sum(dim=1)
