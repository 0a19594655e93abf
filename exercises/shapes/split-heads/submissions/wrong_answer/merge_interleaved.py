# caught-by: merges
# mistake: You seem to interleave the heads when merging.
# mistake[zh-CN]: 合并时，你似乎把各个头交错排列了。
"""The head axis last when merging."""


def split_heads(x, n):
    b, length, d = x.shape
    if d % n:
        raise ValueError
    return x.reshape(b, length, n, d // n).transpose(1, 2)


def merge_heads(y):
    return y.permute(0, 2, 3, 1).flatten(2)
