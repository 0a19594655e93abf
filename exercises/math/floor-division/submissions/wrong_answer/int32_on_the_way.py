# caught-by: is_exact_for_large_numbers
# mistake: The index seems to be int32 on the way.
# mistake[zh-CN]: 编号似乎在途中是 int32。
import torch


def bin_and_offset(x, width):
    index = torch.div(x, width, rounding_mode="floor").int().long()
    return index, torch.remainder(x, width)
