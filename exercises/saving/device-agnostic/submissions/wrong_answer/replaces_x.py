# caught-by: adds_sinusoids
# mistake: The sinusoids seem to be returned without x.
# mistake[zh-CN]: 返回的似乎只有正弦波，没有加上 x。
import torch


def positional(x):
    steps, width = x.shape[1], x.shape[2]
    position = torch.arange(steps, dtype=x.dtype, device=x.device)
    column = torch.arange(width, device=x.device)
    exponent = (column - column % 2).to(x.dtype) / width
    angle = position[:, None] / 10000**exponent
    return 0 * x + torch.where(column % 2 == 0, angle.sin(), angle.cos())
