# caught-by: returns_a_view
# mistake: Your result seems to be a copy if `x` is not contiguous.
# mistake[zh-CN]: `x` 不连续时，你的结果似乎是副本。
"""contiguous copies where it must."""


def drop_channel(x):
    if x.shape[1] != 1:
        raise ValueError
    return x.contiguous().squeeze(1)
