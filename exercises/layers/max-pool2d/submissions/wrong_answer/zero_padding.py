# caught-by: never_takes_the_padding
# mistake: You seem to pad with zeros: they win against negative numbers.
# mistake[zh-CN]: 你似乎用零填充：零会胜过负数。
import torch.nn.functional as F


def max_pool2d(x, k, stride=None, padding=0):
    stride = k if stride is None else stride
    x = F.pad(x, (padding,) * 4, value=0.0)
    windows = x.unfold(2, k, stride).unfold(3, k, stride)
    return windows.flatten(-2).max(dim=-1).values
