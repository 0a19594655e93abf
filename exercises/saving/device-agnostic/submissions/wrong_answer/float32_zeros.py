# caught-by: is_exact_in_float64
# mistake: The sinusoids seem to be written into a float32 table.
# mistake[zh-CN]: 正弦波似乎写进了 float32 的表。
import math

import torch


def positional(x):
    steps, width = x.shape[1], x.shape[2]
    table = torch.zeros(steps, width, device=x.device)
    position = torch.arange(steps, dtype=x.dtype, device=x.device)[:, None]
    frequency = torch.exp(torch.arange(0, width, 2, dtype=x.dtype, device=x.device) * (-math.log(10000.0) / width))
    table[:, 0::2] = torch.sin(position * frequency)
    table[:, 1::2] = torch.cos(position * frequency)[:, : width // 2]
    return x + table
