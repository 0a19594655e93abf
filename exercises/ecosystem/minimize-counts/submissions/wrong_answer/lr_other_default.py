# caught-by: takes_nit_steps
# mistake: Your default of `lr` does not seem to be 0.1.
# mistake[zh-CN]: 你的 `lr` 默认值似乎不是 0.1。
import torch


def minimize(f, x0, lr=0.05, tol=1e-5, maxiter=1000):
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
