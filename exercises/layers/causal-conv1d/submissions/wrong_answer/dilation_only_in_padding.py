# caught-by: pads_for_the_dilation
# mistake: `dilation` does not seem to reach the convolution.
# mistake[zh-CN]: `dilation` 似乎没有传给卷积。
import torch.nn.functional as F


def causal_conv1d(x, weight, bias=None, dilation=1):
    left = (weight.shape[2] - 1) * dilation
    return F.conv1d(F.pad(x, (left, 0)), weight, bias)[..., : x.shape[2]]
