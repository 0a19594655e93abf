# caught-by: splits
# mistake: You seem to reshape straight to (B, n, L, d), which cuts the sequence instead of the features.
# mistake[zh-CN]: 你似乎直接 reshape 成 (B, n, L, d)，切开的是序列而不是特征。
"""No transpose when splitting."""


def split_heads(x, n):
    b, length, d = x.shape
    if d % n:
        raise ValueError
    return x.reshape(b, n, length, d // n)


def merge_heads(y):
    b, n, length, d = y.shape
    return y.transpose(1, 2).reshape(b, length, n * d)
