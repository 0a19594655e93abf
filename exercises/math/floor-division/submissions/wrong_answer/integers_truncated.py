# caught-by: keeps_integers
# mistake: For integers you seem to round towards zero.
# mistake[zh-CN]: 对于整数，你似乎向零取整了。
import torch


def bin_and_offset(x, width):
    mode = "floor" if x.is_floating_point() else "trunc"
    index = torch.div(x, width, rounding_mode=mode)
    return index.long(), x - index * width
