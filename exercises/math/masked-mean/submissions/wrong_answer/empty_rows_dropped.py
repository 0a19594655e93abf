# caught-by: gives_0_without_valid_steps
# mistake: Rows without a valid step seem to be left out.
# mistake[zh-CN]: 没有有效步的行似乎被去掉了。
import torch


def masked_mean(x, mask):
    return torch.stack([row[valid].mean(dim=0) for row, valid in zip(x, mask) if valid.any()])
