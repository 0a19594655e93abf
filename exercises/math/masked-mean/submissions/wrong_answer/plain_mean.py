# caught-by: averages_the_valid_steps
# mistake: The mask seems to be ignored.
# mistake[zh-CN]: 似乎没有用到掩码。
import torch


def masked_mean(x, mask):
    return x.mean(dim=1)
