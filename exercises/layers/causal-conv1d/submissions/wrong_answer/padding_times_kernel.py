# caught-by: pads_for_the_dilation
# mistake: You seem to pad `K * dilation - 1`.
# mistake[zh-CN]: 你似乎填充了 `K * dilation - 1` 个。
import torch.nn.functional as F


def causal_conv1d(x, weight, bias=None, dilation=1):
    left = weight.shape[2] * dilation - 1
    return F.conv1d(F.pad(x, (left, 0)), weight, bias, dilation=dilation)
