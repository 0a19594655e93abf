# caught-by: keeps_what_is_above_zero
# mistake: You seem to let a part of the negative values through.
# mistake[zh-CN]: 你似乎让负值漏过去了一部分。
import torch


def relu(x):
    return torch.where(x <= 0, (x * 0.01).to(x.dtype), x)
