"""A for loop of maxiter steps; one more evaluation after it, without asking for success."""

import torch


def minimize(f, x0, lr=0.1, tol=1e-5, maxiter=1000):
    nfev = njev = 0
    x = torch.tensor(x0.tolist(), dtype=x0.dtype, device=x0.device)
    for nit in range(maxiter):
        x.requires_grad_(True)
        fun = f(x)
        nfev += 1
        g = torch.autograd.grad(fun, x)[0]
        njev += 1
        x = x.detach()
        if float(g.norm()) <= tol:
            return {"x": x, "fun": fun.detach(), "nit": nit, "nfev": nfev, "njev": njev, "success": True}
        x = x - lr * g
    fun = f(x)
    nfev += 1
    return {"x": x, "fun": fun, "nit": maxiter, "nfev": nfev, "njev": njev, "success": False}
