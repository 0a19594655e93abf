# caught-by: finds_the_bin
# mistake: Return two tensors: the index and the offset.
# mistake[zh-CN]: 请返回两个张量：编号和偏移。
import torch


def bin_and_offset(x, width):
    return torch.div(x, width, rounding_mode="floor").long()
