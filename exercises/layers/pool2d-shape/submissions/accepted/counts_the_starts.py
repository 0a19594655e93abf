"""Every start of a window, tried."""


def starts(n, k, s, p, ceil_mode):
    assert p <= k / 2
    count, start = 0, -p
    while start + k <= n + p or (ceil_mode and start < n and start - s + k < n + p):
        count, start = count + 1, start + s
    return count


def pool2d_shape(hw, k, stride=None, padding=0, ceil_mode=False):
    if stride is None:
        stride = k
    k, stride, padding = ((v, v) if isinstance(v, int) else tuple(v) for v in (k, stride, padding))
    h = starts(hw[0], k[0], stride[0], padding[0], ceil_mode)
    w = starts(hw[1], k[1], stride[1], padding[1], ceil_mode)
    return h, w
