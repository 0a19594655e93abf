# caught-by: gives_the_gradient_of_w
# mistake: You seem to take `w` as (in, out); it is (out, in), as in `nn.Linear`.
# mistake[zh-CN]: 你似乎把 `w` 当成了 (in, out)；它和 `nn.Linear` 一样是 (out, in)。
def mse_grads(x, y, w, b):
    prediction = x @ w + b
    d = 2 * (prediction - y) / y.numel()
    return x.T @ d, d.sum(dim=0)
