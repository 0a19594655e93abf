import math

import torch


def bin_and_offset(x, width):
    index = torch.zeros(x.shape, dtype=torch.int64, device=x.device)
    offset = torch.empty_like(x)
    for place, value in zip(index.view(-1), x.reshape(-1).tolist()):
        place += math.floor(value / width)
    offset.copy_(x - index * width)
    return index, offset
