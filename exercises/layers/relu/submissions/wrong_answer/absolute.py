# caught-by: keeps_what_is_above_zero
# mistake: You seem to take the absolute value.
# mistake[zh-CN]: 你似乎取了绝对值。
def relu(x):
    return x.abs()
