# caught-by: keeps_the_dtype
# mistake: You seem to return float32 whatever the arguments are.
# mistake[zh-CN]: 不管参数是什么类型，你似乎总返回 float32。
def mse_grads(x, y, w, b):
    prediction = x @ w.T + b
    d = 2 * (prediction - y) / y.numel()
    return (d.T @ x).float(), d.sum(dim=0).float()
