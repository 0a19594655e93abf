# caught-by: ignores_what_stands_in_the_padding
# mistake: Multiplied by 0, NaN and infinity stay what they are: replace them.
# mistake[zh-CN]: 乘以 0 之后，NaN 和无穷大依旧：请替换它们。
import torch


def masked_mean(x, mask):
    return (x * mask.unsqueeze(-1)).sum(dim=1) / mask.sum(dim=1, keepdim=True).clamp(min=1)
