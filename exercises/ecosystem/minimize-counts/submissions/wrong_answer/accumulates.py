# caught-by: takes_nit_steps
# mistake: Your gradients seem to add up from step to step.
# mistake[zh-CN]: 你的梯度似乎一步步累加起来了。
import torch


def minimize(f, x0, lr=0.1, tol=1e-5, maxiter=1000):
    x = x0.detach().clone()
    nfev = njev = nit = 0
    total = torch.zeros_like(x)
    while True:
        leaf = x.clone().requires_grad_()
        value = f(leaf)
        nfev += 1
        (gradient,) = torch.autograd.grad(value, leaf)
        njev += 1
        success = gradient.norm().item() <= tol
        if success or nit >= maxiter:
            break
        total = total + gradient
        x = x - lr * total
        nit += 1
    return {"x": x, "fun": value.item(), "nfev": nfev, "njev": njev, "nit": nit, "success": success}
