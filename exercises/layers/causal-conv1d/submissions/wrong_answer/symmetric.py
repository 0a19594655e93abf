# caught-by: cannot_see_the_future
# mistake: You seem to pad both ends, so that each position sees the future.
# mistake[zh-CN]: 你似乎在两端都做了填充，于是每个位置都看到了未来。
import torch.nn.functional as F


def causal_conv1d(x, weight, bias=None, dilation=1):
    left = (weight.shape[2] - 1) * dilation
    return F.conv1d(F.pad(x, (left // 2, left - left // 2)), weight, bias, dilation=dilation)
