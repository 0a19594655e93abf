# caught-by: returns_tensor_and_int
# mistake: The number seems to be a float.
# mistake[zh-CN]: 次数似乎是 float。
def double_until(x, limit):
    y, n = x, 0.0
    while y.norm() < limit:
        y = y * 2
        n += 1
    return y, n
