# caught-by: leaves_x_alone
# mistake: You seem to change the shape of the caller's tensor.
# mistake[zh-CN]: 你似乎改变了调用者的张量的形状。
"""squeeze_ changes x itself."""


def drop_channel(x):
    if x.shape[1] != 1:
        raise ValueError
    return x.squeeze_(1)
