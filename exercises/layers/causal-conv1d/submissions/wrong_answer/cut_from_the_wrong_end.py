# caught-by: cannot_see_the_future
# mistake: You seem to cut off the beginning instead of the end.
# mistake[zh-CN]: 你似乎截掉了开头，而不是末尾。
import torch.nn.functional as F


def causal_conv1d(x, weight, bias=None, dilation=1):
    left = (weight.shape[2] - 1) * dilation
    return F.conv1d(x, weight, bias, padding=left, dilation=dilation)[..., left:]
