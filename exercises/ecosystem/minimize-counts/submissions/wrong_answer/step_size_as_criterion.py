# caught-by: stops_when_the_gradient_is_small
# mistake: You seem to compare the length of the step with `tol`, not that of the gradient.
# mistake[zh-CN]: 你似乎用步长与 `tol` 比较，而不是梯度的范数。
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
        success = (lr * gradient).norm().item() <= tol
        if success or nit >= maxiter:
            break
        x = x - lr * gradient
        nit += 1
    return {"x": x, "fun": value.item(), "nfev": nfev, "njev": njev, "nit": nit, "success": success}
