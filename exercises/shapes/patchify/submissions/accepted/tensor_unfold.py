"""Windows along both axes."""


def patchify(x, p):
    h, w = x.shape[2:]
    if (h % p, w % p) != (0, 0):
        raise RuntimeError("indivisible")
    windows = x.unfold(2, p, p).unfold(3, p, p)
    return windows.permute(0, 2, 3, 1, 4, 5).flatten(3).flatten(1, 2)
