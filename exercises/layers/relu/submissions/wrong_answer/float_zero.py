# caught-by: keeps_whole_numbers
# mistake: You seem to make floats of whole numbers.
# mistake[zh-CN]: 你似乎把整数变成了浮点数。
import torch


def relu(x):
    return torch.where(x <= 0, 0.0, x)
