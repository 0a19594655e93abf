# caught-by: drops_a_window_in_the_padding
# mistake: You seem to count a last window that would start in the padding on the right.
# mistake[zh-CN]: 你似乎把从右侧填充里开始的最后一个窗口也算上了。
"""Ceiling without the rule."""


def pair(value):
    return value if isinstance(value, tuple) else (value, value)


def one_axis(n, k, s, p, ceil_mode):
    if 2 * p > k:
        raise ValueError(f"a padding of {p} is more than half of {k}")
    room = n + 2 * p - k
    if not ceil_mode:
        return room // s + 1
    return -(-room // s) + 1


def pool2d_shape(hw, k, stride=None, padding=0, ceil_mode=False):
    stride = k if stride is None else stride
    return tuple(one_axis(*axis, ceil_mode) for axis in zip(hw, pair(k), pair(stride), pair(padding)))
