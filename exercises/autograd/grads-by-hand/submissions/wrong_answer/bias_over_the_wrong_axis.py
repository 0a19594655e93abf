# caught-by: gives_the_gradient_of_b
# mistake: You seem to sum the gradient of `b` over the outputs instead of the rows.
# mistake[zh-CN]: 求 `b` 的梯度时，你似乎沿输出轴而不是沿各行求和。
def mse_grads(x, y, w, b):
    prediction = x @ w.T + b
    d = 2 * (prediction - y) / y.numel()
    return d.T @ x, d.sum(dim=1)
