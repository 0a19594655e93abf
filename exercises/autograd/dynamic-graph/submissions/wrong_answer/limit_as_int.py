# caught-by: doubles_until_the_limit
# mistake: You seem to cut `limit` to a whole number.
# mistake[zh-CN]: 你似乎把 `limit` 截成了整数。


def double_until(x, limit):
    n = 0
    y = x
    while y.norm() < int(limit):
        y = y * 2
        n += 1
    return y, n
