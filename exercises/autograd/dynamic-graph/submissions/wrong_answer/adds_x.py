# caught-by: doubles_until_the_limit
# mistake: `x` seems to be added each time instead of doubling.
# mistake[zh-CN]: 似乎每次加上 `x`，而不是翻倍。
def double_until(x, limit):
    y, n = x, 0
    while y.norm() < limit:
        y = y + x
        n += 1
    return y, n
