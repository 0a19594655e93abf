# caught-by: gives_the_gradient_of_b
# mistake: You seem to average over the rows once more for `b`.
# mistake[zh-CN]: 求 `b` 的梯度时，你似乎又对各行求了一次平均。
def mse_grads(x, y, w, b):
    prediction = x @ w.T + b
    d = 2 * (prediction - y) / y.numel()
    return d.T @ x, d.mean(dim=0)
