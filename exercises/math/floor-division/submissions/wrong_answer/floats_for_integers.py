# caught-by: keeps_integers
# mistake: For integer input your offset becomes a floating-point number.
# mistake[zh-CN]: 输入为整数时，你的偏移变成了浮点数。
import torch


def bin_and_offset(x, width):
    index = torch.floor(x / width)
    return index.long(), x - index * width
