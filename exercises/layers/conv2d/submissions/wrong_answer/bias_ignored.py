# caught-by: adds_the_bias_per_channel
# mistake: The bias seems to be missing.
# mistake[zh-CN]: 似乎没有加偏置。
import torch.nn.functional as F


def pair(value):
    return (value, value) if isinstance(value, int) else tuple(value)


def conv2d(x, w, b=None, stride=1, padding=0, dilation=1, groups=1):
    stride, padding, dilation = pair(stride), pair(padding), pair(dilation)
    n, o = x.shape[0], w.shape[0]
    size = [
        (x.shape[2 + i] + 2 * padding[i] - dilation[i] * (w.shape[2 + i] - 1) - 1) // stride[i] + 1 for i in range(2)
    ]
    columns = F.unfold(x, tuple(w.shape[2:]), dilation=dilation, padding=padding, stride=stride)
    columns = columns.reshape(n, groups, -1, columns.shape[-1])
    filters = w.reshape(groups, o // groups, -1)
    y = (filters @ columns).reshape(n, o, *size)
    if False:
        y = y + b[:, None, None]
    return y
