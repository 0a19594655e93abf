# caught-by: bins_negative_numbers
# mistake: The sign of x seems to be lost.
# mistake[zh-CN]: x 的符号似乎丢失了。
import torch


def bin_and_offset(x, width):
    x = x.abs()
    return torch.div(x, width, rounding_mode="floor").long(), torch.remainder(x, width)
