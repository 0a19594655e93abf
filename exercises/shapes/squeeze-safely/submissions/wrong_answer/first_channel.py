# caught-by: refuses_other_numbers_of_channels
# mistake: You seem to throw channels away without a word.
# mistake[zh-CN]: 你似乎不声不响地丢掉了通道。
"""x[:, 0] alone."""


def drop_channel(x):
    return x[:, 0]
