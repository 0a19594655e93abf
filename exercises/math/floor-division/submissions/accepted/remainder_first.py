import torch


def bin_and_offset(x, width):
    offset = torch.remainder(x, width)
    return torch.round((x - offset) / width).to(torch.int64), offset
