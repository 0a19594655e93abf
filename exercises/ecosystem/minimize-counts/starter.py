# quizzer: minimize-counts
"""Gradient descent that reports what it did."""

import torch


def minimize(f, x0, lr=0.1, tol=1e-5, maxiter=1000):
    """A dict with x, fun, nit, nfev, njev and success."""
    x = x0
    nit = nfev = njev = 0
    # Evaluate, test, step.
    return {"x": x, "fun": None, "nit": nit, "nfev": nfev, "njev": njev, "success": False}
