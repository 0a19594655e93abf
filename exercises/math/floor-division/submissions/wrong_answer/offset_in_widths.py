# caught-by: bins_positive_numbers
# mistake: The offset seems to be measured in widths.
# mistake[zh-CN]: 偏移似乎是以 width 为单位的。
import torch


def bin_and_offset(x, width):
    index = torch.div(x, width, rounding_mode="floor")
    return index.long(), ((x - index * width) / width).to(x.dtype)
