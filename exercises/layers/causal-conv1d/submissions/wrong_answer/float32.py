# caught-by: differentiates
# mistake: You seem to turn float64 into float32.
# mistake[zh-CN]: 你似乎把 float64 变成了 float32。
import torch.nn.functional as F


def causal_conv1d(x, weight, bias=None, dilation=1):
    left = (weight.shape[2] - 1) * dilation
    bias = bias if bias is None else bias.float()
    return F.conv1d(F.pad(x.float(), (left, 0)), weight.float(), bias, dilation=dilation)
