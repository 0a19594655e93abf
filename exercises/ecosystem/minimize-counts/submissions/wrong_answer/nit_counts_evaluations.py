# caught-by: takes_nit_steps
# mistake: Your `nit` seems to count evaluations instead of steps.
# mistake[zh-CN]: 你的 `nit` 数的似乎是求值次数，而不是步数。
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
        success = gradient.norm().item() <= tol
        if success or nit >= maxiter:
            break
        x = x - lr * gradient
        nit += 1
    return {"x": x, "fun": value.item(), "nfev": nfev, "njev": njev, "nit": nfev, "success": success}
