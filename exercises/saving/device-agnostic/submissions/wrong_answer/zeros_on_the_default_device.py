# caught-by: follows_the_device
# mistake: The zeros that the sinusoids are written into seem to be on the CPU.
# mistake[zh-CN]: 用来写入正弦波的零张量似乎在 CPU 上。
import math

import torch


def positional(x):
    steps, width = x.shape[1], x.shape[2]
    table = torch.zeros(steps, width, dtype=x.dtype)
    position = torch.arange(steps, dtype=x.dtype, device=x.device)[:, None]
    frequency = torch.exp(torch.arange(0, width, 2, dtype=x.dtype, device=x.device) * (-math.log(10000.0) / width))
    table[:, 0::2] = torch.sin(position * frequency)
    table[:, 1::2] = torch.cos(position * frequency)[:, : width // 2]
    return x + table
