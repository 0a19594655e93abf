# caught-by: returns_two_ints
# mistake: You seem to return a list.
# mistake[zh-CN]: 你返回的似乎是列表。
"""A list."""


def pair(value):
    return value if isinstance(value, tuple) else (value, value)


def one_axis(n, k, s, p, ceil_mode):
    if 2 * p > k:
        raise ValueError(f"a padding of {p} is more than half of {k}")
    room = n + 2 * p - k
    if not ceil_mode:
        return room // s + 1
    out = -(-room // s) + 1
    if (out - 1) * s >= n + p:
        out -= 1
    return out


def pool2d_shape(hw, k, stride=None, padding=0, ceil_mode=False):
    stride = k if stride is None else stride
    return [one_axis(*axis, ceil_mode) for axis in zip(hw, pair(k), pair(stride), pair(padding))]
