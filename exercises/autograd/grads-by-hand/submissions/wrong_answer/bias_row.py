# caught-by: gives_the_gradient_of_b
# mistake: Your gradient of `b` seems to have shape (1, out).
# mistake[zh-CN]: 你的 `b` 的梯度形状似乎是 (1, out)。
def mse_grads(x, y, w, b):
    prediction = x @ w.T + b
    d = 2 * (prediction - y) / y.numel()
    return d.T @ x, d.sum(dim=0, keepdim=True)
