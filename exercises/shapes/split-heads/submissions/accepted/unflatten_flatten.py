"""unflatten and flatten."""


def split_heads(x, n):
    return x.unflatten(-1, (n, -1)).movedim(2, 1)


def merge_heads(y):
    return y.movedim(1, 2).flatten(2)
