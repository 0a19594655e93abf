# caught-by: follows_the_device
# mistake: The numbers of the columns seem to be made on the CPU.
# mistake[zh-CN]: 列号似乎是在 CPU 上生成的。
import torch


def positional(x):
    steps, width = x.shape[1], x.shape[2]
    position = torch.arange(steps, dtype=x.dtype, device=x.device)
    column = torch.arange(width)
    exponent = (column - column % 2).to(x.dtype) / width
    angle = position[:, None] / 10000**exponent
    return x + torch.where(column % 2 == 0, angle.sin(), angle.cos())
