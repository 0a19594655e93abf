# caught-by: rounds_up_in_ceil_mode
# mistake: You seem to ignore `ceil_mode`.
# mistake[zh-CN]: 你似乎没有用到 `ceil_mode`。
"""Floor always."""


def pair(value):
    return value if isinstance(value, tuple) else (value, value)


def one_axis(n, k, s, p, ceil_mode):
    if 2 * p > k:
        raise ValueError(f"a padding of {p} is more than half of {k}")
    room = n + 2 * p - k
    return room // s + 1


def pool2d_shape(hw, k, stride=None, padding=0, ceil_mode=False):
    stride = k if stride is None else stride
    return tuple(one_axis(*axis, ceil_mode) for axis in zip(hw, pair(k), pair(stride), pair(padding)))
