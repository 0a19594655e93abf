# caught-by: is_exact_in_float64
# mistake: The table seems to be made in float32 and converted after.
# mistake[zh-CN]: 表似乎是先用 float32 生成，再转换类型。
import torch


def positional(x):
    steps, width = x.shape[1], x.shape[2]
    position = torch.arange(steps, dtype=torch.float32, device=x.device)
    column = torch.arange(width, device=x.device)
    exponent = (column - column % 2).to(torch.float32) / width
    angle = position[:, None] / 10000**exponent
    return x + torch.where(column % 2 == 0, angle.sin(), angle.cos()).to(x.dtype)
