# caught-by: differentiates
# mistake: The result of the doubling seems to be detached.
# mistake[zh-CN]: 翻倍的结果似乎脱离了计算图。
def double_until(x, limit):
    y, n = x, 0
    while y.norm() < limit:
        y = (y * 2).detach()
        n += 1
    return y, n
