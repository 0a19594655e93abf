import torch


def bin_and_offset(x, width):
    index = torch.div(x, width, rounding_mode="floor")
    offset = x - index * width
    return index.long(), offset
