import torch


def conv2d(x, w, b=None, stride=1, padding=0, dilation=1, groups=1):
    as_pair = lambda v: [v, v] if isinstance(v, int) else list(v)
    s, p, d = as_pair(stride), as_pair(padding), as_pair(dilation)
    n, c, h, wd = x.shape
    padded = x.new_zeros(n, c, h + 2 * p[0], wd + 2 * p[1])
    padded[:, :, p[0] : p[0] + h, p[1] : p[1] + wd] = x
    kh, kw = w.shape[2:]
    windows = padded.unfold(2, d[0] * (kh - 1) + 1, s[0]).unfold(3, d[1] * (kw - 1) + 1, s[1])
    windows = windows[..., :: d[0], :: d[1]]
    windows = windows.unflatten(1, (groups, c // groups))
    filters = w.unflatten(0, (groups, w.shape[0] // groups))
    y = torch.einsum("ngchwuv,gocuv->ngohw", windows, filters).flatten(1, 2)
    if b is not None:
        y = y + b.reshape(-1, 1, 1)
    return y
