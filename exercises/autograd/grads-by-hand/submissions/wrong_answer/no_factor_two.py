# caught-by: gives_the_gradient_of_w
# mistake: The factor 2 of the square seems to be missing.
# mistake[zh-CN]: 似乎漏掉了平方求导得到的系数 2。
def mse_grads(x, y, w, b):
    prediction = x @ w.T + b
    d = (prediction - y) / y.numel()
    return d.T @ x, d.sum(dim=0)
