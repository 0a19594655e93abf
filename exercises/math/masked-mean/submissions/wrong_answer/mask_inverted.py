# caught-by: averages_the_valid_steps
# mistake: You seem to average the padding: the mask is True at the valid steps.
# mistake[zh-CN]: 你似乎对填充求了均值：掩码为 True 的才是有效步。
import torch


def masked_mean(x, mask):
    kept = torch.where(mask.unsqueeze(-1), 0.0, x)
    return kept.sum(dim=1) / (~mask).sum(dim=1, keepdim=True).clamp(min=1)
