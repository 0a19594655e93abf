# caught-by: keeps_the_length
# mistake: You do not seem to pad.
# mistake[zh-CN]: 你似乎没有填充。
import torch.nn.functional as F


def causal_conv1d(x, weight, bias=None, dilation=1):
    left = (weight.shape[2] - 1) * dilation
    return F.conv1d(x if x.shape[2] > left else F.pad(x, (left, 0)), weight, bias, dilation=dilation)
