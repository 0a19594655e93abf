# caught-by: leaves_x_alone
# mistake: You seem to round x itself.
# mistake[zh-CN]: 你似乎对 x 本身取了整。
def round_ste(x):
    y = x + 0
    x.data.round_()
    y.data.round_()
    return y
