# caught-by: adds_sinusoids
# mistake: The base does not seem to be 10000.
# mistake[zh-CN]: 底数似乎不是 10000。
import torch


def positional(x):
    steps, width = x.shape[1], x.shape[2]
    position = torch.arange(steps, dtype=x.dtype, device=x.device)
    column = torch.arange(width, device=x.device)
    exponent = (column - column % 2).to(x.dtype) / width
    angle = position[:, None] / 1000**exponent
    return x + torch.where(column % 2 == 0, angle.sin(), angle.cos())
