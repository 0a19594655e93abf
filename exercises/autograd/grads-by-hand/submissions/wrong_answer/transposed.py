# caught-by: gives_the_gradient_of_w
# mistake: Your gradient of `w` seems to be transposed.
# mistake[zh-CN]: 你的 `w` 的梯度似乎转置了。
def mse_grads(x, y, w, b):
    prediction = x @ w.T + b
    d = 2 * (prediction - y) / y.numel()
    return x.T @ d, d.sum(dim=0)
