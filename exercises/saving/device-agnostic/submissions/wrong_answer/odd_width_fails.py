# caught-by: takes_an_odd_width
# mistake: With odd D, there seem to be too many cosines.
# mistake[zh-CN]: D 为奇数时，余弦似乎多了一列。
import math

import torch


def positional(x):
    steps, width = x.shape[1], x.shape[2]
    table = torch.zeros(steps, width, dtype=x.dtype, device=x.device)
    position = torch.arange(steps, dtype=x.dtype, device=x.device)[:, None]
    frequency = torch.exp(torch.arange(0, width, 2, dtype=x.dtype, device=x.device) * (-math.log(10000.0) / width))
    table[:, 0::2] = torch.sin(position * frequency)
    table[:, 1::2] = torch.cos(position * frequency)
    return x + table
