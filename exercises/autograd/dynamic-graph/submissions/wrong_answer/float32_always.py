# caught-by: returns_tensor_and_int
# mistake: The result seems to be always float32.
# mistake[zh-CN]: 结果似乎总是 float32。
def double_until(x, limit):
    y, n = x, 0
    while y.norm() < limit:
        y = y * 2
        n += 1
    return y.float(), n
