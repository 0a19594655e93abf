# caught-by: sends_the_gradient_back
# mistake: You seem to cut the graph.
# mistake[zh-CN]: 你似乎切断了计算图。
"""Patches without history."""


def patchify(x, p):
    n, c, h, w = x.shape
    if h % p or w % p:
        raise ValueError
    x = x.detach().reshape(n, c, h // p, p, w // p, p)
    return x.permute(0, 2, 4, 1, 3, 5).reshape(n, -1, c * p * p)
