# caught-by: averages_the_valid_steps
# mistake: The features seem to be averaged, too.
# mistake[zh-CN]: 似乎把特征也一起平均了。
import torch


def masked_mean(x, mask):
    kept = torch.where(mask.unsqueeze(-1), x, 0.0)
    return (
        (kept.sum(dim=1) / mask.sum(dim=1, keepdim=True).clamp(min=1)).mean(dim=1, keepdim=True).expand(-1, x.shape[2])
    )
