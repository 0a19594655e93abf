import torch


def bin_and_offset(x, width):
    offset = torch.fmod(x, width)
    offset = torch.where(offset < 0, offset + width, offset).to(x.dtype)
    index = torch.div(x, width, rounding_mode="trunc").long()
    return index - ((x < 0) & (offset > 0)).long(), offset
