# caught-by: gives_an_int64_index
# mistake: The index seems to have the dtype of x.
# mistake[zh-CN]: 编号的 dtype 似乎与 x 相同。
import torch


def bin_and_offset(x, width):
    index = torch.div(x, width, rounding_mode="floor")
    return index, x - index * width
