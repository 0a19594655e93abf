# caught-by: stops_when_the_gradient_is_small
# mistake: You seem to take one more step after the gradient has become small.
# mistake[zh-CN]: 梯度已经足够小之后，你似乎又走了一步。
import torch


def minimize(f, x0, lr=0.1, tol=1e-5, maxiter=1000):
    x = x0.detach().clone()
    nfev = njev = nit = 0
    small = False
    while True:
        leaf = x.clone().requires_grad_()
        value = f(leaf)
        nfev += 1
        (gradient,) = torch.autograd.grad(value, leaf)
        njev += 1
        success = gradient.norm().item() <= tol
        if (success and (small or nit == 0)) or nit >= maxiter:
            break
        small = success
        x = x - lr * gradient
        nit += 1
    return {"x": x, "fun": value.item(), "nfev": nfev, "njev": njev, "nit": nit, "success": success}
