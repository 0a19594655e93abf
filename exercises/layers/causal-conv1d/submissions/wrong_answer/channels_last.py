# caught-by: keeps_the_length
# mistake: Your result seems to have shape (N, T, O).
# mistake[zh-CN]: 你的结果形状似乎是 (N, T, O)。
import torch.nn.functional as F


def causal_conv1d(x, weight, bias=None, dilation=1):
    left = (weight.shape[2] - 1) * dilation
    return F.conv1d(F.pad(x, (left, 0)), weight, bias, dilation=dilation).transpose(1, 2)
