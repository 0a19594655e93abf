# caught-by: leaves_x0_alone
# mistake: You do not seem to keep the dtype of `x0`.
# mistake[zh-CN]: 你似乎没有保持 `x0` 的 dtype。
import torch


def minimize(f, x0, lr=0.1, tol=1e-5, maxiter=1000):
    x = x0.detach().double()
    nfev = njev = nit = 0
    while True:
        leaf = x.to(x0.dtype).requires_grad_()
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
