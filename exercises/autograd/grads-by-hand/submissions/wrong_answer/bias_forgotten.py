# caught-by: gives_the_gradient_of_b
# mistake: You seem to forget `b` in the prediction.
# mistake[zh-CN]: 计算预测值时你似乎漏掉了 `b`。
def mse_grads(x, y, w, b):
    prediction = x @ w.T
    d = 2 * (prediction - y) / y.numel()
    return d.T @ x, d.sum(dim=0)
