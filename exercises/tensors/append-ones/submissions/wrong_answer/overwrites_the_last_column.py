# caught-by: appends_a_column
# mistake: You seem to replace the last column of `x`.
# mistake[zh-CN]: 你似乎替换了 `x` 的最后一列。
"""No new column: the last one is overwritten."""


def append_ones(x):
    result = x.clone()
    result[:, -1] = 1
    return result
