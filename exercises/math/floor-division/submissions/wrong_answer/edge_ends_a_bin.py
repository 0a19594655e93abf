# caught-by: finds_the_bin
# mistake: A number on an edge seems to count for the bin that ends there.
# mistake[zh-CN]: 端点上的数似乎算进了在该点结束的区间。
import torch


def bin_and_offset(x, width):
    index = -torch.div(-x, width, rounding_mode="floor") - 1
    return index.long(), x - index * width
