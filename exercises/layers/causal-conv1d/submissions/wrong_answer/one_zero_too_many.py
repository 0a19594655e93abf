# caught-by: keeps_the_length
# mistake: You seem to pad K zeros instead of K - 1.
# mistake[zh-CN]: 你似乎补了 K 个零，而不是 K - 1 个。
import torch.nn.functional as F


def causal_conv1d(x, weight, bias=None, dilation=1):
    left = (weight.shape[2]) * dilation
    return F.conv1d(F.pad(x, (left, 0)), weight, bias, dilation=dilation)
