import math

import torch


def positional(x):
    _, steps, width = x.shape
    table = torch.empty(steps, width, dtype=x.dtype, device=x.device)
    position = torch.arange(steps, device=x.device).unsqueeze(1)
    frequency = torch.exp(torch.arange(0, width, 2, dtype=x.dtype, device=x.device) * (-math.log(10000.0) / width))
    table[:, 0::2] = torch.sin(position * frequency)
    table[:, 1::2] = torch.cos(position * frequency[: width // 2])
    return x + table
