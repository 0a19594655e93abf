import torch


def bin_and_offset(x, width):
    index = torch.div(x, width, rounding_mode="floor")
    return index.long(), torch.sub(x, torch.mul(index, width))
