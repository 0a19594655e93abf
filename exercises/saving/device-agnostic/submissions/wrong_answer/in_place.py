# caught-by: leaves_x_alone
# mistake: x itself seems to be changed.
# mistake[zh-CN]: x 本身似乎被修改了。
import torch


def positional(x):
    steps, width = x.shape[1], x.shape[2]
    position = torch.arange(steps, dtype=x.dtype, device=x.device)
    column = torch.arange(width, device=x.device)
    exponent = (column - column % 2).to(x.dtype) / width
    angle = position[:, None] / 10000**exponent
    return x.add_(torch.where(column % 2 == 0, angle.sin(), angle.cos()))
