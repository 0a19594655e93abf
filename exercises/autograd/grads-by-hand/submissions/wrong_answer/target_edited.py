# caught-by: leaves_the_arguments_alone
# mistake: You seem to write into `y`.
# mistake[zh-CN]: 你似乎写入了 `y`。
def mse_grads(x, y, w, b):
    prediction = x @ w.T + b
    d = y.neg_().add_(prediction).mul_(2 / y.numel())
    return d.T @ x, d.sum(dim=0)
