# caught-by: doubles_until_the_limit
# mistake: The number of doublings seems to have a bound.
# mistake[zh-CN]: 翻倍次数似乎有上限。
def double_until(x, limit):
    y, n = x, 0
    while y.norm() < limit and n < 4:
        y = y * 2
        n += 1
    return y, n
