# caught-by: bins_negative_numbers
# mistake: The offset seems to have the sign of x, as with torch.fmod.
# mistake[zh-CN]: 偏移的符号似乎与 x 相同，如同 torch.fmod。
import torch


def bin_and_offset(x, width):
    return torch.div(x, width, rounding_mode="floor").long(), torch.fmod(x, width)
