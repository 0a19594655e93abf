# caught-by: leaves_x_alone
# mistake: `x` itself seems to be doubled.
# mistake[zh-CN]: `x` 本身似乎被翻倍了。
def double_until(x, limit):
    y, n = x, 0
    while y.norm() < limit:
        y *= 2
        n += 1
    return y, n
