# caught-by: ignores_what_stands_in_the_padding
# mistake: NaN is gone, but infinity becomes a huge number times 0, and other values count.
# mistake[zh-CN]: NaN 没有了，但无穷大仍会起作用。
import torch


def masked_mean(x, mask):
    kept = torch.where(x.isnan(), 0.0, x) * mask.unsqueeze(-1)
    return kept.sum(dim=1) / mask.sum(dim=1, keepdim=True).clamp(min=1)
