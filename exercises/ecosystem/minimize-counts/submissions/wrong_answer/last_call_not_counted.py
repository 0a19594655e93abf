# caught-by: counts_what_happened
# mistake: You do not seem to count the call of f at the end.
# mistake[zh-CN]: 你似乎没有计入最后一次对 f 的调用。
import torch


def minimize(f, x0, lr=0.1, tol=1e-5, maxiter=1000):
    x = x0.detach().clone()
    nfev = njev = nit = 0
    success = False
    for _ in range(maxiter):
        leaf = x.clone().requires_grad_()
        value = f(leaf)
        nfev += 1
        (gradient,) = torch.autograd.grad(value, leaf)
        njev += 1
        if gradient.norm().item() <= tol:
            success = True
            break
        x = x - lr * gradient
        nit += 1
    value = f(x)
    return {"x": x, "fun": value.item(), "nfev": nfev, "njev": njev, "nit": nit, "success": success}
