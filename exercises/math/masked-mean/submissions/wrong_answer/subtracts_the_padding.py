# caught-by: ignores_what_stands_in_the_padding
# mistake: The padding is added and subtracted again: NaN does not go away like that.
# mistake[zh-CN]: 先加上填充再减去：NaN 不会因此消失。
import torch


def masked_mean(x, mask):
    rest = torch.where(mask.unsqueeze(-1), 0.0, x)
    return (x.sum(dim=1) - rest.sum(dim=1)) / mask.sum(dim=1, keepdim=True).clamp(min=1)
