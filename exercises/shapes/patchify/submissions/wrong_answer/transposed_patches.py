# caught-by: cuts_one_channel
# mistake: The pixels inside your patches seem to be transposed.
# mistake[zh-CN]: 你的图块内部的像素似乎转置了。
"""Columns first inside a patch."""


def patchify(x, p):
    n, c, h, w = x.shape
    if h % p or w % p:
        raise ValueError
    x = x.reshape(n, c, h // p, p, w // p, p)
    return x.permute(0, 2, 4, 1, 5, 3).reshape(n, -1, c * p * p)
