# caught-by: finds_the_bin
# mistake: The order of the two results is wrong: the index comes first.
# mistake[zh-CN]: 两个结果的顺序不对：编号在前。
import torch


def bin_and_offset(x, width):
    index = torch.div(x, width, rounding_mode="floor")
    return x - index * width, index.long()
