"""Ceiling division: the cells where the kernel may start, in groups of one stride."""

from math import ceil


def conv2d_shape(hw, kernel_size, stride=1, padding=0, dilation=1):
    as_pair = lambda value: value if type(value) is tuple else (value, value)
    if padding == "same":
        return hw
    pad = as_pair(0 if padding == "valid" else padding)
    starts = [n + 2 * p - d * (k - 1) for n, k, p, d in zip(hw, as_pair(kernel_size), pad, as_pair(dilation))]
    if min(starts) <= 0:
        raise ValueError
    sh, sw = as_pair(stride)
    return ceil(starts[0] / sh), ceil(starts[1] / sw)
