# caught-by: comes_back
# mistake: You seem to change the dtype.
# mistake[zh-CN]: 你似乎改变了 dtype。
"""float32 always."""


def split_heads(x, n):
    b, length, d = x.shape
    if d % n:
        raise ValueError
    return x.float().reshape(b, length, n, d // n).transpose(1, 2)


def merge_heads(y):
    return y.transpose(1, 2).flatten(2)
