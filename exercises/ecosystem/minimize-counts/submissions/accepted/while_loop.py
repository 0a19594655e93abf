"""Value and gradient travel with the point; the maximum norm; a class that counts."""

import torch


class Counted:
    def __init__(self, f):
        self.f, self.calls, self.gradients = f, 0, 0

    def __call__(self, x):
        with torch.enable_grad():
            point = x.detach().requires_grad_(True)
            value = self.f(point)
            self.calls += 1
            value.backward()
            self.gradients += 1
        return value.detach(), point.grad


def minimize(f, x0, lr=0.1, tol=1e-5, maxiter=1000):
    counted, x, steps = Counted(f), x0.clone(), 0
    value, g = counted(x)
    while torch.linalg.vector_norm(g, ord=float("inf")) > tol and steps < maxiter:
        x = torch.sub(x, g, alpha=lr)
        steps += 1
        value, g = counted(x)
    ok = bool(g.abs().max() <= tol)
    return {"success": ok, "x": x, "fun": float(value), "nit": steps, "nfev": counted.calls, "njev": counted.gradients}
