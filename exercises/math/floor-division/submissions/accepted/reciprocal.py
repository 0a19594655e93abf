import torch


def bin_and_offset(x, width):
    if not torch.is_floating_point(x):
        index = torch.floor_divide(x.long(), width)
        return index, torch.sub(x.long(), torch.mul(index, width)).to(x.dtype)
    wide = x.double()
    index = torch.floor(wide * (1 / width))
    return index.long(), torch.sub(wide, torch.mul(index, width)).to(x.dtype)
