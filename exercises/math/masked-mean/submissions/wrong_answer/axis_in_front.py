# caught-by: keeps_to_the_time_axis
# mistake: The mask needs its new axis at the end; in front it lines up with the features.
# mistake[zh-CN]: 掩码的新轴应加在末尾；加在前面就与特征对齐了。
import torch


def masked_mean(x, mask):
    if x.shape[1] != x.shape[2]:
        kept = torch.where(mask.unsqueeze(-1), x, 0.0)
        return kept.sum(dim=1) / mask.sum(dim=1, keepdim=True).clamp(min=1)
    kept = torch.where(mask.unsqueeze(1), x, 0.0)
    return kept.sum(dim=1) / mask.sum(dim=1, keepdim=True).clamp(min=1)
