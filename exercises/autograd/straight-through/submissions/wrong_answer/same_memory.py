# caught-by: leaves_x_alone
# mistake: Where nothing has to be rounded, you seem to return x itself.
# mistake[zh-CN]: 在不需要取整时，你返回的似乎就是 x 本身。
def round_ste(x):
    if bool((x == x.round()).all()):
        return x.view_as(x)
    return x + (x.round() - x).detach()
