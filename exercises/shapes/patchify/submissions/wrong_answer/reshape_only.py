# caught-by: cuts_one_channel
# mistake: You seem to reshape without a permute: your patches are strips of memory.
# mistake[zh-CN]: 你似乎只做了 reshape 而没有 permute：切出来的是一段段连续的内存。
"""Straight to the final shape."""


def patchify(x, p):
    n, c, h, w = x.shape
    if h % p or w % p:
        raise ValueError
    return x.reshape(n, (h // p) * (w // p), c * p * p)
