# caught-by: finds_the_bin
# mistake: You seem to round up.
# mistake[zh-CN]: 你似乎向上取整了。
import torch


def bin_and_offset(x, width):
    index = torch.ceil(x / width).long()
    return index, x - index * width
