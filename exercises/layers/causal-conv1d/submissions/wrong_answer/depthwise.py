# caught-by: keeps_the_length
# mistake: Each output channel seems to see one input channel only.
# mistake[zh-CN]: 每个输出通道似乎只看到一个输入通道。
import torch
import torch.nn.functional as F


def causal_conv1d(x, weight, bias=None, dilation=1):
    left = (weight.shape[2] - 1) * dilation
    weight = weight * (1 - (torch.arange(weight.shape[1]) > 0).to(weight))[:, None]
    return F.conv1d(F.pad(x, (left, 0)), weight, bias, dilation=dilation)
