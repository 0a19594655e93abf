# caught-by: gives_0_without_valid_steps
# mistake: The mean of an empty selection is NaN.
# mistake[zh-CN]: 空选择的均值是 NaN。
import torch


def masked_mean(x, mask):
    return torch.stack([row[valid].mean(dim=0) for row, valid in zip(x, mask)])
