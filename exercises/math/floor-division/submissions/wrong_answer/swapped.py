# caught-by: bins_positive_numbers
# mistake: Index and offset seem to be swapped.
# mistake[zh-CN]: 编号与偏移似乎颠倒了。
import torch


def bin_and_offset(x, width):
    index = torch.div(x, width, rounding_mode="floor")
    return x - index * width, index.long()
