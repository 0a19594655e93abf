# caught-by: merges
# mistake: You seem to call `view` after `transpose`; only `reshape` copies where it must.
# mistake[zh-CN]: 你似乎在 `transpose` 之后用了 `view`；需要复制时只有 `reshape` 可行。
"""view at the end of merging."""


def split_heads(x, n):
    b, length, d = x.shape
    if d % n:
        raise ValueError
    return x.reshape(b, length, n, d // n).transpose(1, 2)


def merge_heads(y):
    b, n, length, d = y.shape
    return y.transpose(1, 2).view(b, length, n * d)
