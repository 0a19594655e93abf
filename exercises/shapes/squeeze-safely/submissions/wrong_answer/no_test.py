# caught-by: refuses_other_numbers_of_channels
# mistake: You seem to return a tensor of several channels as it is.
# mistake[zh-CN]: 遇到多个通道时，你似乎原样返回了张量。
"""squeeze(1) alone."""


def drop_channel(x):
    return x.squeeze(1)
