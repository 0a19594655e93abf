# caught-by: fails_at_maxiter
# mistake: Your default of `maxiter` does not seem to be 1000.
# mistake[zh-CN]: 你的 `maxiter` 默认值似乎不是 1000。
import torch


def minimize(f, x0, lr=0.1, tol=1e-5, maxiter=500):
    x = x0.detach().clone()
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
        x = x - lr * gradient
        nit += 1
    return {"x": x, "fun": value.item(), "nfev": nfev, "njev": njev, "nit": nit, "success": success}
