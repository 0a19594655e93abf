# caught-by: follows_the_device
# mistake: x seems to be moved to the CPU.
# mistake[zh-CN]: x 似乎被移到了 CPU。
import torch


def positional(x):
    x = x.to("cpu")
    steps, width = x.shape[1], x.shape[2]
    position = torch.arange(steps, dtype=x.dtype, device=x.device)
    column = torch.arange(width, device=x.device)
    exponent = (column - column % 2).to(x.dtype) / width
    angle = position[:, None] / 10000**exponent
    return x + torch.where(column % 2 == 0, angle.sin(), angle.cos())
