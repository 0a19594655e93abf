# caught-by: differentiates
# mistake: The result seems to be a new tensor without a graph.
# mistake[zh-CN]: 结果似乎是没有计算图的新张量。
def double_until(x, limit):
    y, n = x, 0
    while y.norm() < limit:
        y = y * 2
        n += 1
    return y.new_tensor(y.tolist()), n
