# caught-by: takes_extreme_kernels
# mistake: A kernel longer than the input seems to fail.
# mistake[zh-CN]: 核比输入更长时似乎会出错。
import torch.nn.functional as F


def causal_conv1d(x, weight, bias=None, dilation=1):
    left = (weight.shape[2] - 1) * dilation
    if x.shape[2] <= left:
        left = x.shape[2] - 1
    return F.conv1d(F.pad(x, (left, 0)), weight, bias, dilation=dilation)
