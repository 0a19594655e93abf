# caught-by: keeps_axes_of_one_pixel
# mistake: You seem to put only the batch axis back after dropping every axis of size 1.
# mistake[zh-CN]: 你似乎先去掉所有大小为 1 的轴，再只补回批次轴。
"""squeeze(), with a repair for N = 1."""


def drop_channel(x):
    if x.shape[1] != 1:
        raise ValueError
    y = x.squeeze()
    return y.unsqueeze(0) if len(x) == 1 else y
