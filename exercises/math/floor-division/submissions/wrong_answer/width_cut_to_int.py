# caught-by: finds_the_bin
# mistake: The width seems to become a whole number.
# mistake[zh-CN]: width 似乎变成了整数。
import torch


def bin_and_offset(x, width):
    width = max(int(width), 1)
    return torch.div(x, width, rounding_mode="floor").long(), torch.remainder(x, width)
