# caught-by: keeps_the_length
# mistake: `bias` does not seem to have a default.
# mistake[zh-CN]: `bias` 似乎没有默认值。
import torch.nn.functional as F


def causal_conv1d(x, weight, bias, dilation=1):
    left = (weight.shape[2] - 1) * dilation
    return F.conv1d(F.pad(x, (left, 0)), weight, bias, dilation=dilation)
