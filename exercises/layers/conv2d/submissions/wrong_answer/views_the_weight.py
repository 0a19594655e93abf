# caught-by: takes_any_layout
# mistake: You seem to take the weight for contiguous: `view` fails where its axes lie differently in memory.
# mistake[zh-CN]: 你似乎假定了权重是连续的：各轴在内存中的顺序不同时，`view` 会失败。
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
    filters = w.view(groups, o // groups, -1)
    y = (filters @ columns).reshape(n, o, *size)
    if b is not None:
        y = y + b[:, None, None]
    return y
