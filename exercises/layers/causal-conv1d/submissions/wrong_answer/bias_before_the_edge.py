# caught-by: adds_the_bias
# mistake: The bias seems to be missing where zeros were padded.
# mistake[zh-CN]: 补零的位置似乎没有加偏置。
import torch.nn.functional as F


def causal_conv1d(x, weight, bias=None, dilation=1):
    left = (weight.shape[2] - 1) * dilation
    y = F.conv1d(F.pad(x, (left, 0)), weight, dilation=dilation)
    if bias is not None:
        y[..., left:] += bias[:, None]
    return y
