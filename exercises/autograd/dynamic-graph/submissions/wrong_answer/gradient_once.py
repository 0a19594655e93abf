# caught-by: differentiates
# mistake: Only the last doubling seems to be in the graph.
# mistake[zh-CN]: 似乎只有最后一次翻倍在计算图里。
def double_until(x, limit):
    y, n = x, 0
    while y.norm() < limit:
        y = y * 2
        n += 1
    y = x + (y - x).detach()
    return y, n
