# caught-by: follows_the_device
# mistake: `torch.arange` seems to make its numbers on the CPU.
# mistake[zh-CN]: `torch.arange` 似乎在 CPU 上生成数字。
import torch


def positional(x):
    steps, width = x.shape[1], x.shape[2]
    position = torch.arange(steps, dtype=x.dtype)
    column = torch.arange(width, device=x.device)
    exponent = (column - column % 2).to(x.dtype) / width
    angle = position[:, None] / 10000**exponent
    return x + torch.where(column % 2 == 0, angle.sin(), angle.cos())
