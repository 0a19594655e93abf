# caught-by: keeps_the_float_dtype
# mistake: You seem to make the zeros in the default dtype, float32.
# mistake[zh-CN]: 你创建的 0 似乎用了默认 dtype，即 float32。
import torch


def relu(x):
    return torch.where(x <= 0, torch.zeros(x.shape, device=x.device), x)
