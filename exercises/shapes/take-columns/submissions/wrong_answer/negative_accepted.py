# caught-by: refuses_bad_indices
# mistake: Negative indices seem to count from the end; they should raise.
# mistake[zh-CN]: 你似乎让负的下标从末尾数起；它们应当抛出异常。
"""Plain indexing."""


def take_columns(x, idx):
    return x[:, idx]
