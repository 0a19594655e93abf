# caught-by: steps_by_the_kernel
# mistake: You seem to keep an incomplete last window.
# mistake[zh-CN]: 你似乎保留了末尾不完整的窗口。
import torch.nn.functional as F


def max_pool2d(x, k, stride=None, padding=0):
    stride = k if stride is None else stride
    x = F.pad(x, (padding,) * 4, value=float("-inf"))
    x = F.pad(x, (0, (k - x.shape[3]) % stride, 0, (k - x.shape[2]) % stride), value=float("-inf"))
    windows = x.unfold(2, k, stride).unfold(3, k, stride)
    return windows.flatten(-2).max(dim=-1).values
