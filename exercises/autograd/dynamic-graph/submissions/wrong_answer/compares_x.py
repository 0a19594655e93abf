# caught-by: doubles_until_the_limit
# mistake: The norm of `x` seems to be compared once and for all.
# mistake[zh-CN]: 似乎始终比较的是 `x` 的范数。
def double_until(x, limit):
    y, n = x, 0
    if x.norm() < limit:
        y, n = 2 * x, 1
    return y, n
