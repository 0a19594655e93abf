# caught-by: leaves_x_alone
# mistake: You seem to write the rounded numbers into the memory of x.
# mistake[zh-CN]: 你似乎把取整后的数写进了 x 的内存。
def round_ste(x):
    y = x.view_as(x)
    y.data.round_()
    return y
