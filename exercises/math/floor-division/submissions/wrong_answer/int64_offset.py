# caught-by: keeps_the_dtype
# mistake: The offset of int32 numbers seems to be int64.
# mistake[zh-CN]: int32 的偏移似乎变成了 int64。
import torch


def bin_and_offset(x, width):
    index = torch.div(x, width, rounding_mode="floor").long()
    return index, x - index * width
