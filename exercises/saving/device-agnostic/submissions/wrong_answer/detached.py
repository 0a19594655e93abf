# caught-by: passes_the_gradient
# mistake: The gradient does not reach x.
# mistake[zh-CN]: 梯度没有传到 x。
import torch


def positional(x):
    steps, width = x.shape[1], x.shape[2]
    position = torch.arange(steps, dtype=x.dtype, device=x.device)
    column = torch.arange(width, device=x.device)
    exponent = (column - column % 2).to(x.dtype) / width
    angle = position[:, None] / 10000**exponent
    return x.detach() + torch.where(column % 2 == 0, angle.sin(), angle.cos())
