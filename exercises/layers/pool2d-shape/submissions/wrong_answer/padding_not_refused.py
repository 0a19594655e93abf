# caught-by: refuses_too_much_padding
# mistake: You seem to accept a padding of more than k/2.
# mistake[zh-CN]: 你似乎接受了大于 k/2 的填充。
"""No test."""


def pair(value):
    return value if isinstance(value, tuple) else (value, value)


def one_axis(n, k, s, p, ceil_mode):
    room = n + 2 * p - k
    if not ceil_mode:
        return room // s + 1
    out = -(-room // s) + 1
    if (out - 1) * s >= n + p:
        out -= 1
    return out


def pool2d_shape(hw, k, stride=None, padding=0, ceil_mode=False):
    stride = k if stride is None else stride
    return tuple(one_axis(*axis, ceil_mode) for axis in zip(hw, pair(k), pair(stride), pair(padding)))
