# caught-by: averages_the_valid_steps
# mistake: You seem to sum over the batch.
# mistake[zh-CN]: 你似乎沿批次求和了。
import torch


def masked_mean(x, mask):
    kept = torch.where(mask.unsqueeze(-1), x, 0.0)
    total = kept.sum(dim=0)
    return total[: len(x)] / mask.sum(dim=1, keepdim=True).clamp(min=1) if len(total) >= len(x) else x.mean(dim=1)
