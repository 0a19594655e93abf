# caught-by: finds_the_bin_of_negative_numbers
# mistake: Negative multiples of the width seem to land one bin too low.
# mistake[zh-CN]: width 的负整数倍似乎落到了低一号的区间。
import torch


def bin_and_offset(x, width):
    index = torch.div(x, width, rounding_mode="trunc").to(x.dtype) - (x < 0).to(x.dtype)
    return index.long(), x - (index * width).to(x.dtype)
