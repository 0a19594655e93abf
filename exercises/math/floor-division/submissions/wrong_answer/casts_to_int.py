# caught-by: bins_negative_numbers
# mistake: You seem to round towards 0 instead of down.
# mistake[zh-CN]: 你似乎是向 0 取整，而不是向下取整。
import torch


def bin_and_offset(x, width):
    index = (x // width if not x.is_floating_point() else x / width).long()
    return index, (x - index * width).to(x.dtype)
