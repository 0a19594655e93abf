# caught-by: leaves_the_arguments_alone
# mistake: You seem to change an argument.
# mistake[zh-CN]: 你似乎修改了某个参数。
import torch.nn.functional as F


def causal_conv1d(x, weight, bias=None, dilation=1):
    left = (weight.shape[2] - 1) * dilation
    y = F.conv1d(F.pad(x, (left, 0)), weight, bias, dilation=dilation)
    if bias is not None:
        bias.data.zero_()
    return y
