# caught-by: drops_the_channel
# mistake: You seem to drop another axis than that of the channel.
# mistake[zh-CN]: 你去掉的似乎不是通道轴。
"""Counts from the wrong end."""


def drop_channel(x):
    if x.shape[1] != 1:
        raise ValueError
    return x.squeeze(-1)
