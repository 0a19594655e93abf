# caught-by: uses_the_norm
# mistake: The sum of the absolute values seems to be compared.
# mistake[zh-CN]: 比较的似乎是绝对值之和。
def double_until(x, limit):
    y, n = x, 0
    while y.abs().sum() < limit:
        y = y * 2
        n += 1
    return y, n
