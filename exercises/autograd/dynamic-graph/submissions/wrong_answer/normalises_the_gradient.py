# caught-by: differentiates
# mistake: The gradient seems to go through a factor that depends on `x`.
# mistake[zh-CN]: 梯度似乎经过了一个依赖于 `x` 的系数。
def double_until(x, limit):
    y, n = x, 0
    while y.norm() < limit:
        y = y * 2
        n += 1
    factor = (y.detach().norm() / x.norm()) if n else 1
    return x * factor, n
