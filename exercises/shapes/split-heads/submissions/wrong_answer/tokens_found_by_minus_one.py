# caught-by: refuses_what_does_not_divide
# mistake: You seem to leave L to a -1 in reshape, which finds a number even if `n` does not divide D.
# mistake[zh-CN]: 你似乎用 -1 让 reshape 推算 L，于是 `n` 不能整除 D 时也可能凑出一个数。
"""-1 in the place of L."""


def split_heads(x, n):
    return x.reshape(x.shape[0], -1, n, x.shape[2] // n).transpose(1, 2)


def merge_heads(y):
    return y.transpose(1, 2).flatten(2)
