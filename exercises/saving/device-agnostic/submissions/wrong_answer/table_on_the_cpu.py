# caught-by: follows_the_device
# mistake: The table seems to be made on the CPU, wherever x is.
# mistake[zh-CN]: 无论 x 在哪里，表似乎都在 CPU 上创建。
import math

import torch


def positional(x):
    steps, width = x.shape[1], x.shape[2]
    table = torch.zeros(steps, width, dtype=x.dtype)
    position = torch.arange(steps, dtype=x.dtype)[:, None]
    frequency = torch.exp(torch.arange(0, width, 2, dtype=x.dtype) * (-math.log(10000.0) / width))
    table[:, 0::2] = torch.sin(position * frequency)
    table[:, 1::2] = torch.cos(position * frequency)[:, : width // 2]
    return x + table
