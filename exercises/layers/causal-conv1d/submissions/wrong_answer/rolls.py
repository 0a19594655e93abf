# caught-by: cannot_see_the_future
# mistake: The end of x seems to stand before its beginning.
# mistake[zh-CN]: x 的末尾似乎被放到了开头之前。
import torch.nn.functional as F


def causal_conv1d(x, weight, bias=None, dilation=1):
    left = (weight.shape[2] - 1) * dilation
    y = F.conv1d(x, weight, bias, padding=left, dilation=dilation)[..., left:]
    return y.roll(left, 2)
