# caught-by: bins_positive_numbers
# mistake: You do not seem to round the quotient.
# mistake[zh-CN]: 你似乎没有对商取整。
import torch


def bin_and_offset(x, width):
    index = x / width
    return index, x - index * width
