# caught-by: works_for_one_output
# mistake: You seem to differentiate the sum of the squared errors, not their mean.
# mistake[zh-CN]: 你似乎是对平方误差之和求导，而不是对均值求导。
def mse_grads(x, y, w, b):
    prediction = x @ w.T + b
    d = 2 * (prediction - y)
    return d.T @ x, d.sum(dim=0)
