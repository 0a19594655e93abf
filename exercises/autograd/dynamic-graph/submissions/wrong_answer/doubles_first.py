# caught-by: may_double_nothing
# mistake: There seems to be at least one doubling.
# mistake[zh-CN]: 似乎至少会翻倍一次。
def double_until(x, limit):
    y, n = x, 0
    while True:
        y = y * 2
        n += 1
        if y.norm() >= limit:
            break
    return y, n
