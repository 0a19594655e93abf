# caught-by: takes_no_step_at_the_optimum
# mistake: You seem to stop by the change of the value instead of by the gradient.
# mistake[zh-CN]: 你似乎根据函数值的变化停止，而不是根据梯度。
import torch


def minimize(f, x0, lr=0.1, tol=1e-5, maxiter=1000):
    x = x0.detach().clone()
    nfev = njev = nit = 0
    last = float("inf")
    while True:
        leaf = x.clone().requires_grad_()
        value = f(leaf)
        nfev += 1
        (gradient,) = torch.autograd.grad(value, leaf)
        njev += 1
        success = abs(last - value.item()) <= tol
        last = value.item()
        if success or nit >= maxiter:
            break
        x = x - lr * gradient
        nit += 1
    return {"x": x, "fun": value.item(), "nfev": nfev, "njev": njev, "nit": nit, "success": success}
