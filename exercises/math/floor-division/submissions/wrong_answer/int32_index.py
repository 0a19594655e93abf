# caught-by: counts_in_int64
# mistake: The index should be int64; yours is int32.
# mistake[zh-CN]: 编号应为 int64，你的是 int32。
import torch


def bin_and_offset(x, width):
    index = torch.div(x, width, rounding_mode="floor")
    return index.int(), x - index * width
