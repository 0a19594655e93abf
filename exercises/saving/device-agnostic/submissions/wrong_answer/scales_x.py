# caught-by: passes_the_gradient
# mistake: x seems to be multiplied before the addition.
# mistake[zh-CN]: x 在相加之前似乎被乘了一个数。
import torch


def positional(x):
    steps, width = x.shape[1], x.shape[2]
    position = torch.arange(steps, dtype=x.dtype, device=x.device)
    column = torch.arange(width, device=x.device)
    exponent = (column - column % 2).to(x.dtype) / width
    angle = position[:, None] / 10000**exponent
    return x * x.shape[2] ** 0.5 + torch.where(column % 2 == 0, angle.sin(), angle.cos())
