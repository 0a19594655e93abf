# caught-by: keeps_what_is_above_zero
# mistake: You seem to compute a smooth function that is only close to ReLU.
# mistake[zh-CN]: 你计算的似乎是一个平滑函数，只是接近 ReLU。
import torch


def relu(x):
    return torch.nn.functional.softplus(x.double(), beta=20).to(x.dtype)
