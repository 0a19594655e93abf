# caught-by: keeps_the_dtype
# mistake: The result seems to be float64 for float32 inputs.
# mistake[zh-CN]: 输入为 float32 时，结果似乎是 float64。
import torch


def positional(x):
    steps, width = x.shape[1], x.shape[2]
    position = torch.arange(steps, dtype=torch.float64, device=x.device)
    column = torch.arange(width, device=x.device)
    exponent = (column - column % 2).to(torch.float64) / width
    angle = position[:, None] / 10000**exponent
    return x + torch.where(column % 2 == 0, angle.sin(), angle.cos())
