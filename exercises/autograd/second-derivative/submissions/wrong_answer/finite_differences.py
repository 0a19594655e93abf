# caught-by: differentiates_twice
# mistake: Your result is not exact: finite differences do not reach float64 precision.
# mistake[zh-CN]: 你的结果不精确：有限差分达不到 float64 的精度。
def second_derivative(f, x):
    x = x.detach()
    h = 1e-4
    return (f(x + h) - 2 * f(x) + f(x - h)) / h**2
