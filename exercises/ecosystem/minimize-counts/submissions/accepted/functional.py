"""torch.func.grad_and_value; the gradient travels with the point."""

import torch


def minimize(f, x0, lr=0.1, tol=1e-5, maxiter=1000):
    both = torch.func.grad_and_value(f)
    x, steps = x0, 0
    g, value = both(x)
    evaluations = 1
    while torch.linalg.vector_norm(g) > tol and steps < maxiter:
        x = torch.sub(x, g, alpha=lr)
        steps += 1
        g, value = both(x)
        evaluations += 1
    ok = bool(torch.linalg.vector_norm(g) <= tol)
    return {"success": ok, "x": x.clone(), "fun": float(value), "nit": steps, "nfev": evaluations, "njev": evaluations}
