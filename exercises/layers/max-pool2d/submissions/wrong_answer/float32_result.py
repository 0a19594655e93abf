# caught-by: leaves_the_input_alone
# mistake: You seem to turn float64 into float32.
# mistake[zh-CN]: 你似乎把 float64 变成了 float32。
import torch.nn.functional as F


def max_pool2d(x, k, stride=None, padding=0):
    stride = k if stride is None else stride
    x = F.pad(x, (padding,) * 4, value=float("-inf"))
    windows = x.unfold(2, k, stride).unfold(3, k, stride)
    return windows.flatten(-2).max(dim=-1).values.float()
