# caught-by: doubles_until_the_limit
# mistake: The norm of one row seems to be compared.
# mistake[zh-CN]: 比较的似乎是某一行的范数。
def double_until(x, limit):
    y, n = x, 0
    while y[0].norm() < limit:
        y = y * 2
        n += 1
    return y, n
