# caught-by: keeps_to_the_time_axis
# mistake: The counts of the rows seem to be used for the features: keepdim is missing.
# mistake[zh-CN]: 各行的计数似乎被用到了特征上：缺少 keepdim。
import torch


def masked_mean(x, mask):
    kept = torch.where(mask.unsqueeze(-1), x, 0.0)
    count = mask.sum(dim=1).clamp(min=1)
    return kept.sum(dim=1) / (count if len(count) == x.shape[2] else count[:, None])
