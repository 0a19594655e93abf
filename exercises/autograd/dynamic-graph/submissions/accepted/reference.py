def double_until(x, limit):
    y, n = x, 0
    while y.norm() < limit:
        y = y * 2
        n += 1
    return y, n
