# caught-by: bins_integers
# mistake: Integers seem to be rounded towards 0.
# mistake[zh-CN]: 整数似乎是向 0 取整的。
import torch


def bin_and_offset(x, width):
    mode = "floor" if x.is_floating_point() else "trunc"
    index = torch.div(x, width, rounding_mode=mode)
    return index.long(), x - index * width
