# caught-by: is_exact_for_large_numbers
# mistake: The int64 index seems to be multiplied by the width: with a Python float that gives float32.
# mistake[zh-CN]: 你似乎用 int64 的编号去乘 width：乘以 Python 浮点数得到的是 float32。
import torch


def bin_and_offset(x, width):
    index = torch.div(x, width, rounding_mode="floor").long()
    return index, (x - index * width).to(x.dtype)
