# caught-by: steps_by_the_kernel
# mistake: You seem to return values and indices.
# mistake[zh-CN]: 你似乎同时返回了值和下标。
import torch.nn.functional as F


def max_pool2d(x, k, stride=None, padding=0):
    stride = k if stride is None else stride
    x = F.pad(x, (padding,) * 4, value=float("-inf"))
    windows = x.unfold(2, k, stride).unfold(3, k, stride)
    return windows.flatten(-2).max(dim=-1)
