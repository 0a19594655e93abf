"""Split, permute, join."""


def patchify(x, p):
    n, c, h, w = x.shape
    if h % p or w % p:
        raise ValueError(f"{p} does not divide {h} x {w}")
    x = x.reshape(n, c, h // p, p, w // p, p)
    return x.permute(0, 2, 4, 1, 3, 5).reshape(n, -1, c * p * p)
