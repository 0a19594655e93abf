"""torch.optim.SGD makes the steps; f is called a second time for the value."""

import torch


def minimize(f, x0, lr=0.1, tol=1e-5, maxiter=1000):
    counts = {"nfev": 0, "njev": 0}

    def value_at(x):
        counts["nfev"] += 1
        return f(x)

    x = x0.clone().detach().requires_grad_(True)
    optimizer = torch.optim.SGD([x], lr=lr)
    success = False
    nit = 0
    for nit in range(maxiter + 1):
        optimizer.zero_grad()
        value_at(x).backward()
        counts["njev"] += 1
        if bool(x.grad.abs().max() <= tol):
            success = True
            break
        if nit == maxiter:
            break
        optimizer.step()
    with torch.no_grad():
        fun = value_at(x)
    return dict(x=x.detach(), fun=fun, nit=nit, success=success, message="", **counts)
