# caught-by: keeps_the_length
# mistake: Without `bias`, something seems to be added.
# mistake[zh-CN]: 不给 `bias` 时，似乎也加了什么。
import torch.nn.functional as F


def causal_conv1d(x, weight, bias=None, dilation=1):
    left = (weight.shape[2] - 1) * dilation
    return F.conv1d(
        F.pad(x, (left, 0)),
        weight,
        weight.new_full((weight.shape[0],), 0.1) if bias is None else bias,
        dilation=dilation,
    )
