# caught-by: returns_a_view
# mistake: You seem to compute a new tensor instead of a view.
# mistake[zh-CN]: 你得到的似乎是新算出来的张量，而不是视图。
"""The sum over one channel."""


def drop_channel(x):
    if x.shape[1] != 1:
        raise ValueError
    return x.sum(dim=1)
