# caught-by: splits
# mistake: You seem to reshape both ways and move no axis.
# mistake[zh-CN]: 你似乎两个方向都只做了 reshape，没有移动任何轴。
"""Round trip without transposes."""


def split_heads(x, n):
    b, length, d = x.shape
    if d % n:
        raise ValueError
    return x.reshape(b, n, length, d // n)


def merge_heads(y):
    b, n, length, d = y.shape
    return y.reshape(b, length, n * d)
