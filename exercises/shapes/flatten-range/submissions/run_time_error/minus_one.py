# caught-by: takes_sizes_of_zero
# mistake: You seem to leave the new size to a -1, which `reshape` cannot find if there are no elements.
# mistake[zh-CN]: 你似乎用 -1 让 `reshape` 推算新的大小，没有元素时它推算不出来。
"""A -1 for the product."""


def flatten(x, start_dim=0, end_dim=-1):
    if x.dim() == 0:
        return x.reshape(1)
    start, end = start_dim % x.dim(), end_dim % x.dim()
    if start > end:
        raise ValueError(f"start_dim {start_dim} lies behind end_dim {end_dim}")
    shape = tuple(x.shape)
    return x.reshape(*shape[:start], -1, *shape[end + 1 :])
