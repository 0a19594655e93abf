import torch


def bin_and_offset(x, width):
    index = torch.floor(torch.true_divide(x, width)).to(torch.int64)
    return index, torch.add(x, -index * width)
