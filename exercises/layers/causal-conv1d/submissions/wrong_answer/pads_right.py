# caught-by: cannot_see_the_future
# mistake: You seem to pad on the right.
# mistake[zh-CN]: 你似乎填充在了右边。
import torch.nn.functional as F


def causal_conv1d(x, weight, bias=None, dilation=1):
    left = (weight.shape[2] - 1) * dilation
    return F.conv1d(F.pad(x, (0, left)), weight, bias, dilation=dilation)
