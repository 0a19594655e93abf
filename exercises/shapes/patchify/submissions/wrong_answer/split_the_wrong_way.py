# caught-by: cuts_one_channel
# mistake: You seem to split H and W into (p, H/p) instead of (H/p, p).
# mistake[zh-CN]: 你似乎把 H 和 W 拆成了 (p, H/p)，而不是 (H/p, p)。
"""The factors of H and W in the wrong order."""


def patchify(x, p):
    n, c, h, w = x.shape
    if h % p or w % p:
        raise ValueError
    x = x.reshape(n, c, p, h // p, p, w // p)
    return x.permute(0, 3, 5, 1, 2, 4).reshape(n, -1, c * p * p)
