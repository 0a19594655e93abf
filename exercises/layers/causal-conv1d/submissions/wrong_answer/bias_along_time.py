# caught-by: adds_the_bias
# mistake: You seem to add the bias along time.
# mistake[zh-CN]: 你似乎沿时间轴加了偏置。
import torch.nn.functional as F


def causal_conv1d(x, weight, bias=None, dilation=1):
    left = (weight.shape[2] - 1) * dilation
    y = F.conv1d(F.pad(x, (left, 0)), weight, dilation=dilation)
    if bias is None:
        return y
    return y + (bias if len(bias) == y.shape[2] else bias[:, None])
