# caught-by: keeps_channels_first
# mistake: Inside your patches the channel seems to be the last axis.
# mistake[zh-CN]: 在你的图块内部，通道似乎是最后一个轴。
"""(p, p, C) inside a patch."""


def patchify(x, p):
    n, c, h, w = x.shape
    if h % p or w % p:
        raise ValueError
    x = x.reshape(n, c, h // p, p, w // p, p)
    return x.permute(0, 2, 4, 3, 5, 1).reshape(n, -1, c * p * p)
