# caught-by: returns_tensor_and_int
# mistake: The number of doublings does not seem to be returned.
# mistake[zh-CN]: 似乎没有返回翻倍的次数。
def double_until(x, limit):
    y, n = x, 0
    while y.norm() < limit:
        y = y * 2
        n += 1
    return y
