# caught-by: measures_the_offset
# mistake: Your offset seems to be the distance of |x|: for negative numbers it counts from the wrong end.
# mistake[zh-CN]: 你的偏移似乎是按 |x| 算的：对负数来说是从另一端算起。
import torch


def bin_and_offset(x, width):
    return torch.div(x, width, rounding_mode="floor").long(), x.abs() % width
