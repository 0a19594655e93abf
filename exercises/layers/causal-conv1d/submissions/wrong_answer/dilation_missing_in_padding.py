# caught-by: pads_for_the_dilation
# mistake: The padding does not seem to take `dilation` into account.
# mistake[zh-CN]: 填充似乎没有考虑 `dilation`。
import torch.nn.functional as F


def causal_conv1d(x, weight, bias=None, dilation=1):
    left = weight.shape[2] - 1
    return F.conv1d(F.pad(x, (left, 0)), weight, bias, dilation=dilation)
