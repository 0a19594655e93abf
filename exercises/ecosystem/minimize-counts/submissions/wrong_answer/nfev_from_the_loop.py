# caught-by: counts_what_happened
# mistake: Your `nfev` seems to be the number of steps instead of the calls of f.
# mistake[zh-CN]: 你的 `nfev` 似乎是步数，而不是调用 f 的次数。
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
    return {"x": x, "fun": value.item(), "nfev": nit, "njev": njev, "nit": nit, "success": success}
