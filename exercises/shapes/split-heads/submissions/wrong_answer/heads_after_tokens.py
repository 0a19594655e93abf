# caught-by: splits
# mistake: Your result seems to have the shape (B, L, n, d).
# mistake[zh-CN]: 你的结果形状似乎是 (B, L, n, d)。
"""Split only, and merge only."""


def split_heads(x, n):
    b, length, d = x.shape
    if d % n:
        raise ValueError
    return x.reshape(b, length, n, d // n)


def merge_heads(y):
    return y.flatten(2)
