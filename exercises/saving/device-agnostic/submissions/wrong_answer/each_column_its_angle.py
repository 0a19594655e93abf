# caught-by: adds_sinusoids
# mistake: Each column seems to have an angle of its own, instead of each pair.
# mistake[zh-CN]: 似乎每一列各有自己的角度，而不是每一对共用。
import torch


def positional(x):
    steps, width = x.shape[1], x.shape[2]
    position = torch.arange(steps, dtype=x.dtype, device=x.device)
    column = torch.arange(width, device=x.device)
    exponent = column.to(x.dtype) / width
    angle = position[:, None] / 10000**exponent
    return x + torch.where(column % 2 == 0, angle.sin(), angle.cos())
