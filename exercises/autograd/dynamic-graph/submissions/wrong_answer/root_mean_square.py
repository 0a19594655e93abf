# caught-by: uses_the_norm
# mistake: The root of the mean square seems to be compared.
# mistake[zh-CN]: 比较的似乎是均方根。
def double_until(x, limit):
    y, n = x, 0
    while y.square().mean().sqrt() < limit:
        y = y * 2
        n += 1
    return y, n
