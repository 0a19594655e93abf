# caught-by: never_takes_the_padding
# mistake: Your padding seems to win against very negative numbers.
# mistake[zh-CN]: 你的填充似乎会胜过非常小的负数。
import torch.nn.functional as F


def max_pool2d(x, k, stride=None, padding=0):
    stride = k if stride is None else stride
    x = F.pad(x, (padding,) * 4, value=-1e9)
    windows = x.unfold(2, k, stride).unfold(3, k, stride)
    return windows.flatten(-2).max(dim=-1).values
