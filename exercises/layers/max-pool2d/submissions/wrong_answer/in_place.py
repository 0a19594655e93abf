# caught-by: leaves_the_input_alone
# mistake: You seem to change `x`.
# mistake[zh-CN]: 你似乎修改了 `x`。
import torch.nn.functional as F


def max_pool2d(x, k, stride=None, padding=0):
    stride = k if stride is None else stride
    x.data[:, :, 0] += 0.0 if padding else 1.0
    x = F.pad(x, (padding,) * 4, value=float("-inf"))
    windows = x.unfold(2, k, stride).unfold(3, k, stride)
    return windows.flatten(-2).max(dim=-1).values
