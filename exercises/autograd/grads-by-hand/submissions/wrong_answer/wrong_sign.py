# caught-by: gives_the_gradient_of_b
# mistake: Your gradients seem to have the opposite sign.
# mistake[zh-CN]: 你的梯度的符号似乎反了。
def mse_grads(x, y, w, b):
    prediction = x @ w.T + b
    d = 2 * (y - prediction) / y.numel()
    return d.T @ x, d.sum(dim=0)
