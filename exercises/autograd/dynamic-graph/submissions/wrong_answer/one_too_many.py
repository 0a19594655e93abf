# caught-by: doubles_until_the_limit
# mistake: There seems to be one doubling too many.
# mistake[zh-CN]: 似乎多翻倍了一次。
def double_until(x, limit):
    y, n = x, 0
    while y.norm() < 2 * limit:
        y = y * 2
        n += 1
    return y, n
