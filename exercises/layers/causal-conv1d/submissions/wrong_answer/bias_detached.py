# caught-by: differentiates
# mistake: The gradient does not seem to reach `bias`.
# mistake[zh-CN]: 梯度似乎传不到 `bias`。
import torch.nn.functional as F


def causal_conv1d(x, weight, bias=None, dilation=1):
    left = (weight.shape[2] - 1) * dilation
    return F.conv1d(F.pad(x, (left, 0)), weight, bias if bias is None else bias.detach(), dilation=dilation)
