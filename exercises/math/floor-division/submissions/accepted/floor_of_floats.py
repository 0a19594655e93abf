import torch


def bin_and_offset(x, width):
    if x.is_floating_point():
        quotient = x / width
        index = quotient.floor()
        return index.to(torch.int64), (quotient - index) * width
    offset = torch.remainder(x, width)
    return ((x - offset) // width).to(torch.int64), offset
