# caught-by: uses_the_norm
# mistake: The square of the norm seems to be compared.
# mistake[zh-CN]: 比较的似乎是范数的平方。
def double_until(x, limit):
    y, n = x, 0
    while y.square().sum() < limit:
        y = y * 2
        n += 1
    return y, n
