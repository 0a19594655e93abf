# caught-by: gives_the_gradient_of_w
# mistake: You seem to return `(grad_b, grad_w)`.
# mistake[zh-CN]: 你返回的似乎是 `(grad_b, grad_w)`。
def mse_grads(x, y, w, b):
    prediction = x @ w.T + b
    d = 2 * (prediction - y) / y.numel()
    return d.sum(dim=0), d.T @ x
