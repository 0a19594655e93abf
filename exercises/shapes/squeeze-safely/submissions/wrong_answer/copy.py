# caught-by: returns_a_view
# mistake: Your result seems to be a copy.
# mistake[zh-CN]: 你的结果似乎是副本。
"""clone."""


def drop_channel(x):
    if x.shape[1] != 1:
        raise ValueError
    return x.squeeze(1).clone()
