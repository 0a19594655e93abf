# caught-by: pads_both_sides
# mistake: You seem to count the padding once instead of on both sides.
# mistake[zh-CN]: 你似乎只计入了一侧的填充。
"""n + p."""


def pair(value):
    return value if isinstance(value, tuple) else (value, value)


def one_axis(n, k, s, p, ceil_mode):
    if 2 * p > k:
        raise ValueError(f"a padding of {p} is more than half of {k}")
    room = n + p - k
    if not ceil_mode:
        return room // s + 1
    out = -(-room // s) + 1
    if (out - 1) * s >= n + p:
        out -= 1
    return out


def pool2d_shape(hw, k, stride=None, padding=0, ceil_mode=False):
    stride = k if stride is None else stride
    return tuple(one_axis(*axis, ceil_mode) for axis in zip(hw, pair(k), pair(stride), pair(padding)))
