# caught-by: adds_sinusoids
# mistake: The exponent seems to be i/D instead of 2i/D.
# mistake[zh-CN]: 指数似乎是 i/D，而不是 2i/D。
import torch


def positional(x):
    steps, width = x.shape[1], x.shape[2]
    position = torch.arange(steps, dtype=x.dtype, device=x.device)
    column = torch.arange(width, device=x.device)
    exponent = (column // 2).to(x.dtype) / width
    angle = position[:, None] / 10000**exponent
    return x + torch.where(column % 2 == 0, angle.sin(), angle.cos())
