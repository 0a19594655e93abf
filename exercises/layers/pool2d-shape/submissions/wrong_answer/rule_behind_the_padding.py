# caught-by: drops_a_window_in_the_padding
# mistake: You seem to drop only windows that start behind the padding on the right, not inside it.
# mistake[zh-CN]: 你似乎只去掉了从右侧填充之后开始的窗口，而没有去掉从填充里开始的。
"""n + 2p instead of n + p."""


def pair(value):
    return value if isinstance(value, tuple) else (value, value)


def one_axis(n, k, s, p, ceil_mode):
    if 2 * p > k:
        raise ValueError(f"a padding of {p} is more than half of {k}")
    room = n + 2 * p - k
    if not ceil_mode:
        return room // s + 1
    out = -(-room // s) + 1
    if (out - 1) * s >= n + 2 * p:
        out -= 1
    return out


def pool2d_shape(hw, k, stride=None, padding=0, ceil_mode=False):
    stride = k if stride is None else stride
    return tuple(one_axis(*axis, ceil_mode) for axis in zip(hw, pair(k), pair(stride), pair(padding)))
