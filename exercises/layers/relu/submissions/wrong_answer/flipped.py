# caught-by: keeps_what_is_above_zero
# mistake: You seem to keep the negative elements instead of the positive ones.
# mistake[zh-CN]: 你保留的似乎是负元素，而不是正元素。
import torch


def relu(x):
    return torch.where(x > 0, torch.zeros_like(x), x)
