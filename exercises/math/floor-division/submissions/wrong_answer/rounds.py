# caught-by: bins_positive_numbers
# mistake: You seem to round to the nearest whole number.
# mistake[zh-CN]: 你似乎取了最接近的整数。
import torch


def bin_and_offset(x, width):
    index = (x / width).round()
    return index.long(), (x - index * width).to(x.dtype)
