# caught-by: bins_positive_numbers
# mistake: You seem to round up.
# mistake[zh-CN]: 你似乎是向上取整。
import torch


def bin_and_offset(x, width):
    index = (x / width).ceil()
    return index.long(), (x - index * width).to(x.dtype)
