# caught-by: takes_other_layouts
# mistake: You seem to call `view` on an argument that is not contiguous.
# mistake[zh-CN]: 你似乎对不连续的参数调用了 `view`。
"""Joins batch and length by view before splitting."""


def split_heads(x, n):
    b, length, d = x.shape
    if d % n:
        raise ValueError
    return x.view(b * length, n, d // n).reshape(b, length, n, d // n).transpose(1, 2)


def merge_heads(y):
    return y.transpose(1, 2).flatten(2)
