# caught-by: gives_the_gradient_of_w
# mistake: You seem to divide by N only; the mean is over all N * out elements.
# mistake[zh-CN]: 你似乎只除以了 N；均值是对全部 N * out 个元素求的。
def mse_grads(x, y, w, b):
    prediction = x @ w.T + b
    d = 2 * (prediction - y) / len(y)
    return d.T @ x, d.sum(dim=0)
