# caught-by: keeps_a_batch_of_one
# mistake: You seem to drop every axis of size 1.
# mistake[zh-CN]: 你似乎去掉了所有大小为 1 的轴。
"""squeeze() after a test."""


def drop_channel(x):
    if x.shape[1] != 1:
        raise ValueError
    return x.squeeze()
