# caught-by: bins_negative_numbers
# mistake: The offset is right, but the index seems to be rounded towards 0.
# mistake[zh-CN]: 偏移是对的，但编号似乎是向 0 取整的。
import torch


def bin_and_offset(x, width):
    return torch.div(x, width, rounding_mode="trunc").long(), torch.remainder(x, width)
