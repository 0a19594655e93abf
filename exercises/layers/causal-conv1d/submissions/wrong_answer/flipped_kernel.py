# caught-by: keeps_the_length
# mistake: You seem to flip the kernel.
# mistake[zh-CN]: 你似乎翻转了卷积核。
import torch.nn.functional as F


def causal_conv1d(x, weight, bias=None, dilation=1):
    left = (weight.shape[2] - 1) * dilation
    return F.conv1d(F.pad(x, (left, 0)), weight.flip(2), bias, dilation=dilation)
