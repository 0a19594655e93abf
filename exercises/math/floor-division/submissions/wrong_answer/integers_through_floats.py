# caught-by: is_exact_for_large_numbers
# mistake: Integers seem to become floats on the way.
# mistake[zh-CN]: 整数似乎在途中变成了浮点数。
import torch


def bin_and_offset(x, width):
    index = torch.floor(x / width).long()
    return index, (x - index * width).to(x.dtype)
