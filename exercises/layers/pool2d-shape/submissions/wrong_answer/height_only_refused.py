# caught-by: refuses_too_much_padding
# mistake: You seem to test the padding of the height only.
# mistake[zh-CN]: 你似乎只检查了高方向的填充。
"""The width is not tested."""


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
    if 2 * pair(padding)[0] > pair(k)[0]:
        raise ValueError("too much padding")
    stride = k if stride is None else stride
    return tuple(one_axis(*axis, ceil_mode) for axis in zip(hw, pair(k), pair(stride), pair(padding)))
