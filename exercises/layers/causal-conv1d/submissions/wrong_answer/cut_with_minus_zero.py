# caught-by: takes_extreme_kernels
# mistake: With K = 1 you seem to cut everything away.
# mistake[zh-CN]: K = 1 时你似乎截掉了全部。
import torch.nn.functional as F


def causal_conv1d(x, weight, bias=None, dilation=1):
    left = (weight.shape[2] - 1) * dilation
    return F.conv1d(x, weight, bias, padding=left, dilation=dilation)[..., :-left]
