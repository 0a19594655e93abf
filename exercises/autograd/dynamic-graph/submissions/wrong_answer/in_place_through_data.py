# caught-by: leaves_x_alone
# mistake: `x` itself seems to be doubled, through `.data`.
# mistake[zh-CN]: 似乎通过 `.data` 把 `x` 本身翻倍了。
def double_until(x, limit):
    y, n = x, 0
    while y.norm() < limit:
        y.data.mul_(2)
        n += 1
    return y, n
