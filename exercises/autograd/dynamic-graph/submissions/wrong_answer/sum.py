# caught-by: uses_the_norm
# mistake: The sum seems to be compared, not the norm.
# mistake[zh-CN]: 比较的似乎是总和，而不是范数。
def double_until(x, limit):
    y, n = x, 0
    while abs(y.sum()) < limit:
        y = y * 2
        n += 1
    return y, n
