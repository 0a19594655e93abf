# caught-by: steps_by_the_kernel
# mistake: You seem to pool over one axis only.
# mistake[zh-CN]: 你似乎只沿一个轴做了池化。
import torch.nn.functional as F


def max_pool2d(x, k, stride=None, padding=0):
    stride = k if stride is None else stride
    x = F.pad(x, (padding,) * 4, value=float("-inf"))
    windows = x.unfold(2, k, stride).unfold(3, k, stride)
    return windows[..., 0].max(dim=-1).values
