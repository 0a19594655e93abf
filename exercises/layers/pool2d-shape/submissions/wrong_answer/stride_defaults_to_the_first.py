# caught-by: defaults_to_the_kernel
# mistake: Without a stride, you seem to use the kernel's height for both axes.
# mistake[zh-CN]: 不给步幅时，你似乎在两个轴上都用了核的高。
"""The first of the pair for both."""


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
    stride = pair(k)[0] if stride is None else stride
    return tuple(one_axis(*axis, ceil_mode) for axis in zip(hw, pair(k), pair(stride), pair(padding)))
