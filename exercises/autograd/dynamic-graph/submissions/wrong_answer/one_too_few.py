# caught-by: doubles_until_the_limit
# mistake: The loop seems to end one doubling too early.
# mistake[zh-CN]: 循环似乎早一次就结束了。
def double_until(x, limit):
    y, n = x, 0
    while 2 * y.norm() < limit:
        y = y * 2
        n += 1
    return y, n
