# caught-by: takes_other_layouts
# mistake: `merge_heads` seems to rely on the memory layout that `split_heads` left.
# mistake[zh-CN]: `merge_heads` 似乎依赖 `split_heads` 留下的内存布局。
"""view after transpose if y looks like a result of split_heads."""


def split_heads(x, n):
    b, length, d = x.shape
    if d % n:
        raise ValueError
    return x.reshape(b, length, n, d // n).transpose(1, 2)


def merge_heads(y):
    b, n, length, d = y.shape
    y = y.transpose(1, 2)
    return y.view(b, length, n * d) if not y.transpose(1, 2).is_contiguous() else y.reshape(b, length, n * d)
