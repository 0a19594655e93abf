# caught-by: rounds_exactly
# mistake: The values do not seem to be rounded: look at which part is detached.
# mistake[zh-CN]: 值似乎没有取整：看看被 detach 的是哪一部分。
def round_ste(x):
    return x.round() + (x - x.round()).detach()
