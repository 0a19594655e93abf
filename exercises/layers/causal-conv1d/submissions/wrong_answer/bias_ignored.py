# caught-by: adds_the_bias
# mistake: You seem to ignore `bias`.
# mistake[zh-CN]: 你似乎没有使用 `bias`。
import torch.nn.functional as F


def causal_conv1d(x, weight, bias=None, dilation=1):
    left = (weight.shape[2] - 1) * dilation
    return F.conv1d(F.pad(x, (left, 0)), weight, None, dilation=dilation)
