# caught-by: takes_any_shape
# mistake: Your function seems to go through the first axis only.
# mistake[zh-CN]: 你的函数似乎只能处理第一个轴。
import torch


def bin_and_offset(x, width):
    values = [divmod(value.item(), width) for value in x]
    index = torch.tensor([int(q) for q, _ in values], dtype=torch.int64, device=x.device)
    return index, torch.tensor([r for _, r in values], dtype=x.dtype, device=x.device)
