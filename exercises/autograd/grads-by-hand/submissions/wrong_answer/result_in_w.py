# caught-by: leaves_the_arguments_alone
# mistake: You seem to store the gradient in the memory of `w`.
# mistake[zh-CN]: 你似乎把梯度存进了 `w` 的内存。
def mse_grads(x, y, w, b):
    prediction = x @ w.T + b
    d = 2 * (prediction - y) / y.numel()
    return w.copy_(d.T @ x), d.sum(dim=0)
