# caught-by: cuts_one_channel
# mistake: Your patches seem to come column by column.
# mistake[zh-CN]: 你的图块似乎是逐列排列的。
"""The column of patches counts first."""


def patchify(x, p):
    n, c, h, w = x.shape
    if h % p or w % p:
        raise ValueError
    x = x.reshape(n, c, h // p, p, w // p, p)
    return x.permute(0, 4, 2, 1, 3, 5).reshape(n, -1, c * p * p)
