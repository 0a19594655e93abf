# caught-by: ignores_what_stands_in_the_padding
# mistake: Only NaN is left out; other values in the padding still count.
# mistake[zh-CN]: 只忽略了 NaN；填充处的其他值仍会计入。
import torch


def masked_mean(x, mask):
    if x.isfinite().all():
        kept = torch.where(mask.unsqueeze(-1), x, 0.0)
        return kept.sum(dim=1) / mask.sum(dim=1, keepdim=True).clamp(min=1)
    return torch.nan_to_num(x.nanmean(dim=1))
