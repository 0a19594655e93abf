# caught-by: finds_the_bin_of_negative_numbers
# mistake: You seem to round towards zero: numbers just below 0 land in bin 0.
# mistake[zh-CN]: 你似乎向零取整了：略小于 0 的数落进了第 0 个区间。
import torch


def bin_and_offset(x, width):
    index = torch.div(x, width, rounding_mode="trunc")
    return index.long(), x - index.to(x.dtype) * width
