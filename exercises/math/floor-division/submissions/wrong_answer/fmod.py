# caught-by: measures_the_offset
# mistake: Your offsets seem to have the sign of x: torch.fmod goes with rounding towards zero.
# mistake[zh-CN]: 你的偏移似乎与 x 同号：torch.fmod 对应的是向零取整。
import torch


def bin_and_offset(x, width):
    return torch.div(x, width, rounding_mode="floor").long(), torch.fmod(x, width)
