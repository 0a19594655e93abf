# caught-by: stops_at_the_limit
# mistake: A norm equal to the limit seems to be doubled once more.
# mistake[zh-CN]: 范数等于 limit 时似乎又翻倍了一次。
def double_until(x, limit):
    y, n = x, 0
    while y.norm() <= limit:
        y = y * 2
        n += 1
    return y, n
