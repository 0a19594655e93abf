# caught-by: merges
# mistake: You seem to merge without moving the head axis back.
# mistake[zh-CN]: 合并时，你似乎没有把头的轴移回去。
"""No transpose when merging."""


def split_heads(x, n):
    b, length, d = x.shape
    if d % n:
        raise ValueError
    return x.reshape(b, length, n, d // n).transpose(1, 2)


def merge_heads(y):
    b, n, length, d = y.shape
    return y.reshape(b, length, n * d)
