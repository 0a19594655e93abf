import torch


def bin_and_offset(x, width):
    index = torch.div(x, width, rounding_mode="trunc").long()
    offset = torch.fmod(x, width)
    below = offset < 0
    return index - below.long(), torch.where(below, offset + width, offset)
