# caught-by: takes_an_odd_width
# mistake: With odd D, the last column seems to be left alone.
# mistake[zh-CN]: D 为奇数时，最后一列似乎没有处理。
import math

import torch


def positional(x):
    steps, width = x.shape[1], x.shape[2]
    table = torch.zeros(steps, width, dtype=x.dtype, device=x.device)
    position = torch.arange(steps, dtype=x.dtype, device=x.device)[:, None]
    frequency = torch.exp(torch.arange(0, width, 2, dtype=x.dtype, device=x.device) * (-math.log(10000.0) / width))
    half = width // 2
    table[:, 0 : 2 * half : 2] = torch.sin(position * frequency)[:, :half]
    table[:, 1::2] = torch.cos(position * frequency)[:, : width // 2]
    return x + table
