# caught-by: reports_the_value_at_x
# mistake: Your `fun` seems to belong to the point before the last step.
# mistake[zh-CN]: 你的 `fun` 似乎属于最后一步之前的点。
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
    return {"x": x, "fun": value.item(), "nfev": nfev, "njev": njev, "nit": nit, "success": success}
