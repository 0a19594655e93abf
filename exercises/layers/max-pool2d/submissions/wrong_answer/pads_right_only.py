# caught-by: never_takes_the_padding
# mistake: You seem to pad on one side only.
# mistake[zh-CN]: 你似乎只在一侧做了填充。
import torch.nn.functional as F


def max_pool2d(x, k, stride=None, padding=0):
    stride = k if stride is None else stride
    x = F.pad(x, (0, 2 * padding, 0, 2 * padding), value=float("-inf"))
    windows = x.unfold(2, k, stride).unfold(3, k, stride)
    return windows.flatten(-2).max(dim=-1).values
