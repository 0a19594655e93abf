# caught-by: splits
# mistake: Your heads seem to take every n-th feature instead of neighbouring ones.
# mistake[zh-CN]: 你的头似乎每隔 n 个取一个特征，而不是取相邻的特征。
"""(d, n) instead of (n, d), both ways."""


def split_heads(x, n):
    b, length, d = x.shape
    if d % n:
        raise ValueError
    return x.reshape(b, length, d // n, n).permute(0, 3, 1, 2)


def merge_heads(y):
    return y.permute(0, 2, 3, 1).flatten(2)
