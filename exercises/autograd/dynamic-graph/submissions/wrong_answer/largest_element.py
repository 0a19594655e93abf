# caught-by: uses_the_norm
# mistake: The largest element seems to be compared.
# mistake[zh-CN]: 比较的似乎是最大的元素。
def double_until(x, limit):
    y, n = x, 0
    while y.abs().max() < limit:
        y = y * 2
        n += 1
    return y, n
