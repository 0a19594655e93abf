# caught-by: keeps_the_dtype
# mistake: You seem to compute in float64 whatever the arguments are.
# mistake[zh-CN]: 不管参数是什么类型，你似乎总用 float64 计算。
def mse_grads(x, y, w, b):
    x, y, w, b = x.double(), y.double(), w.double(), b.double()
    prediction = x @ w.T + b
    d = 2 * (prediction - y) / y.numel()
    return d.T @ x, d.sum(dim=0)
