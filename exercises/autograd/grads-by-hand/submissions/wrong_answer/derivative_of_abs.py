# caught-by: gives_the_gradient_of_w
# mistake: You seem to use only the sign of the error.
# mistake[zh-CN]: 你似乎只用了误差的符号。
def mse_grads(x, y, w, b):
    prediction = x @ w.T + b
    d = (prediction - y).sign() / y.numel()
    return d.T @ x, d.sum(dim=0)
