# caught-by: gives_the_gradient_of_b
# mistake: You seem to sum the gradient of `b` over everything.
# mistake[zh-CN]: 你似乎把 `b` 的梯度全部加成了一个数。
def mse_grads(x, y, w, b):
    prediction = x @ w.T + b
    d = 2 * (prediction - y) / y.numel()
    return d.T @ x, d.sum()
