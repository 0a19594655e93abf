"""Split the last axis, then transpose; and back."""


def split_heads(x, n):
    b, length, d = x.shape
    if d % n:
        raise ValueError(f"{n} heads do not divide {d} features")
    return x.reshape(b, length, n, d // n).transpose(1, 2)


def merge_heads(y):
    b, n, length, d = y.shape
    return y.transpose(1, 2).reshape(b, length, n * d)
