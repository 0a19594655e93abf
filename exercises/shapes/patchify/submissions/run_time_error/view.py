# caught-by: cuts_one_channel
# mistake: You seem to call `view` after `permute`; only `reshape` copies where it must.
# mistake[zh-CN]: 你似乎在 `permute` 之后用了 `view`；需要复制时只有 `reshape` 可行。
"""view at the end."""


def patchify(x, p):
    n, c, h, w = x.shape
    if h % p or w % p:
        raise ValueError
    x = x.reshape(n, c, h // p, p, w // p, p)
    return x.permute(0, 2, 4, 1, 3, 5).view(n, -1, c * p * p)
