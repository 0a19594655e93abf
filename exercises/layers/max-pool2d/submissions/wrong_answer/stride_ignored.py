# caught-by: takes_a_stride
# mistake: You seem to ignore `stride`.
# mistake[zh-CN]: 你似乎忽略了 `stride`。
import torch.nn.functional as F


def max_pool2d(x, k, stride=None, padding=0):
    stride = k
    x = F.pad(x, (padding,) * 4, value=float("-inf"))
    windows = x.unfold(2, k, stride).unfold(3, k, stride)
    return windows.flatten(-2).max(dim=-1).values
