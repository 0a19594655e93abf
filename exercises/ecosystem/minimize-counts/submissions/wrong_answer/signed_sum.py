# caught-by: stops_when_the_gradient_is_small
# mistake: You seem to compare a gradient that may be negative with `tol`, without a norm.
# mistake[zh-CN]: 你似乎没有取范数就把可能为负的梯度与 `tol` 比较。
import torch


def minimize(f, x0, lr=0.1, tol=1e-5, maxiter=1000):
    x = x0.detach().clone()
    nfev = njev = nit = 0
    while True:
        leaf = x.clone().requires_grad_()
        value = f(leaf)
        nfev += 1
        (gradient,) = torch.autograd.grad(value, leaf)
        njev += 1
        success = gradient.min().item() <= tol
        if success or nit >= maxiter:
            break
        x = x - lr * gradient
        nit += 1
    return {"x": x, "fun": value.item(), "nfev": nfev, "njev": njev, "nit": nit, "success": success}
