# caught-by: never_takes_the_padding
# mistake: You seem to pad one axis only.
# mistake[zh-CN]: 你似乎只填充了一个轴。
import torch.nn.functional as F


def max_pool2d(x, k, stride=None, padding=0):
    stride = k if stride is None else stride
    x = F.pad(x, (padding, padding), value=float("-inf"))
    windows = x.unfold(2, k, stride).unfold(3, k, stride)
    return windows.flatten(-2).max(dim=-1).values
