# caught-by: defaults_to_the_kernel
# mistake: You seem to round up without `ceil_mode` as well.
# mistake[zh-CN]: 没有 `ceil_mode` 时，你似乎也向上取整了。
"""Ceiling always."""


def pair(value):
    return value if isinstance(value, tuple) else (value, value)


def one_axis(n, k, s, p, ceil_mode):
    if 2 * p > k:
        raise ValueError(f"a padding of {p} is more than half of {k}")
    room = n + 2 * p - k
    out = -(-room // s) + 1
    if (out - 1) * s >= n + p:
        out -= 1
    return out


def pool2d_shape(hw, k, stride=None, padding=0, ceil_mode=False):
    stride = k if stride is None else stride
    return tuple(one_axis(*axis, ceil_mode) for axis in zip(hw, pair(k), pair(stride), pair(padding)))
