# caught-by: sends_gradients_back
# mistake: You seem to cut the graph.
# mistake[zh-CN]: 你似乎切断了计算图。
"""Merged without history."""


def split_heads(x, n):
    b, length, d = x.shape
    if d % n:
        raise ValueError
    return x.reshape(b, length, n, d // n).transpose(1, 2)


def merge_heads(y):
    return y.data.transpose(1, 2).flatten(2)
