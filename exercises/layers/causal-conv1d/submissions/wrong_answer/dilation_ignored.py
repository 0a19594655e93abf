# caught-by: pads_for_the_dilation
# mistake: You seem to ignore `dilation`.
# mistake[zh-CN]: 你似乎没有使用 `dilation`。
import torch.nn.functional as F


def causal_conv1d(x, weight, bias=None, dilation=1):
    left = weight.shape[2] - 1
    return F.conv1d(F.pad(x, (left, 0)), weight, bias)
