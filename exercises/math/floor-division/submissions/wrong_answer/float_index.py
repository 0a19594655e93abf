# caught-by: counts_in_int64
# mistake: The index should be int64, not a floating-point number.
# mistake[zh-CN]: 编号应为 int64，而不是浮点数。
import torch


def bin_and_offset(x, width):
    index = torch.div(x, width, rounding_mode="floor")
    return index, x - index * width
