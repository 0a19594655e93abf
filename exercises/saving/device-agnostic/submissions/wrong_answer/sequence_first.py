# caught-by: adds_sinusoids
# mistake: The positions seem to run along the first dimension.
# mistake[zh-CN]: 位置似乎沿第 0 维变化。
import torch


def positional(x):
    steps, width = x.shape[0], x.shape[2]
    position = torch.arange(steps, dtype=x.dtype, device=x.device)
    column = torch.arange(width, device=x.device)
    exponent = (column - column % 2).to(x.dtype) / width
    angle = position[:, None, None] / 10000**exponent
    return x + torch.where(column % 2 == 0, angle.sin(), angle.cos())
