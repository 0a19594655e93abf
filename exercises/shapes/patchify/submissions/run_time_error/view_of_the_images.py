# caught-by: takes_other_layouts
# mistake: You seem to call `view` on `x`, which fails for some layouts.
# mistake[zh-CN]: 你似乎对 `x` 调用了 `view`，而它对某些内存布局会报错。
"""Joins the batch and the channels by view."""


def patchify(x, p):
    n, c, h, w = x.shape
    if h % p or w % p:
        raise ValueError
    x = x.view(n * c * (h // p), p, w // p, p)
    return x.reshape(n, c, h // p, p, w // p, p).permute(0, 2, 4, 1, 3, 5).reshape(n, -1, c * p * p)
