# caught-by: keeps_the_length
# mistake: You seem to repeat the first value instead of padding zeros.
# mistake[zh-CN]: 你似乎重复了第一个值，而不是补零。
import torch.nn.functional as F


def causal_conv1d(x, weight, bias=None, dilation=1):
    left = (weight.shape[2] - 1) * dilation
    return F.conv1d(F.pad(x, (left, 0), mode="replicate"), weight, bias, dilation=dilation)
