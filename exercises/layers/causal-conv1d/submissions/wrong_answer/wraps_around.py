# caught-by: cannot_see_the_future
# mistake: The end of x seems to stand before its beginning.
# mistake[zh-CN]: x 的末尾似乎被放到了开头之前。
import torch
import torch.nn.functional as F


def causal_conv1d(x, weight, bias=None, dilation=1):
    left = (weight.shape[2] - 1) * dilation
    return F.conv1d(
        torch.cat([x.repeat(1, 1, left)[..., -left:] if left else x[..., :0], x], dim=2),
        weight,
        bias,
        dilation=dilation,
    )
