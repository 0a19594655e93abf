# caught-by: refuses_other_numbers_of_channels
# mistake: You seem to refuse more than one channel, but not zero.
# mistake[zh-CN]: 你似乎只拒绝了多于一个通道的情形，而没有拒绝零个通道。
"""c > 1 is tested."""


def drop_channel(x):
    if x.shape[1] > 1:
        raise ValueError
    return x.squeeze(1)
