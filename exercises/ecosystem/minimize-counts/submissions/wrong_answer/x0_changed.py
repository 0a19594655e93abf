# caught-by: leaves_x0_alone
# mistake: You seem to change `x0`.
# mistake[zh-CN]: 你似乎修改了 `x0`。
import torch


def minimize(f, x0, lr=0.1, tol=1e-5, maxiter=1000):
    x = x0
    nfev = njev = nit = 0
    while True:
        leaf = x.clone().requires_grad_()
        value = f(leaf)
        nfev += 1
        (gradient,) = torch.autograd.grad(value, leaf)
        njev += 1
        success = gradient.norm().item() <= tol
        if success or nit >= maxiter:
            break
        x -= lr * gradient
        nit += 1
    return {"x": x.clone(), "fun": value.item(), "nfev": nfev, "njev": njev, "nit": nit, "success": success}
