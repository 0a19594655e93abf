# caught-by: keeps_the_length
# mistake: Position t does not seem to see itself.
# mistake[zh-CN]: 位置 t 似乎看不到自己。
import torch.nn.functional as F


def causal_conv1d(x, weight, bias=None, dilation=1):
    left = (weight.shape[2] - 1) * dilation
    return F.conv1d(F.pad(x, (left + 1, 0)), weight, bias, dilation=dilation)[..., :-1]
