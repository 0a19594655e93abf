# caught-by: takes_any_shape
# mistake: You seem to look for a smallest value, and an empty tensor has none.
# mistake[zh-CN]: 你似乎在求最小值，而空张量没有最小值。
import torch


def bin_and_offset(x, width):
    shift = torch.div(x.min(), width, rounding_mode="floor")
    index = torch.div(x - shift * width, width, rounding_mode="trunc")
    return (index + shift).long(), x - (index + shift) * width
