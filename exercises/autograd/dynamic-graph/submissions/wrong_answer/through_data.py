# caught-by: differentiates
# mistake: The doubling seems to go through `.data`.
# mistake[zh-CN]: 翻倍似乎是通过 `.data` 进行的。
def double_until(x, limit):
    y, n = x.clone(), 0
    while y.norm() < limit:
        y.data = y.data * 2
        n += 1
    return y, n
