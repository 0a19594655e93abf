# caught-by: adds_sinusoids
# mistake: The sines seem to fill the left half, the cosines the right half.
# mistake[zh-CN]: 正弦似乎占据左半，余弦占据右半。
import math

import torch


def positional(x):
    steps, width = x.shape[1], x.shape[2]
    table = torch.zeros(steps, width, dtype=x.dtype, device=x.device)
    position = torch.arange(steps, dtype=x.dtype, device=x.device)[:, None]
    frequency = torch.exp(torch.arange(0, width, 2, dtype=x.dtype, device=x.device) * (-math.log(10000.0) / width))
    table[:, : (width + 1) // 2] = torch.sin(position * frequency)
    table[:, (width + 1) // 2 :] = torch.cos(position * frequency)[:, : width // 2]
    return x + table
