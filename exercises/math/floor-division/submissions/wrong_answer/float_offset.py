# caught-by: keeps_the_dtype
# mistake: The offset seems to be a float, also for integers.
# mistake[zh-CN]: 即使是整数，偏移似乎也是浮点数。
import torch


def bin_and_offset(x, width):
    index = torch.div(x, width, rounding_mode="floor")
    return index.long(), (x - index * width).double()
